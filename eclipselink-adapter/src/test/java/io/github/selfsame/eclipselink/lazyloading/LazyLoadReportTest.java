package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.RepeatedLazyLoads;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LazyLoadReportTest extends KennelTest {

    private static final IdentityMapOptions COLLECT = IdentityMapOptions.DEFAULTS.with(LazyLoadReport.COLLECT);

    @BeforeEach
    void collect() {
        reopen(COLLECT);
    }

    private static List<Owner> owners(EntityManager em) {
        return em.createQuery("select o from Owner o order by o.id", Owner.class)
                .getResultList();
    }

    private static void callTheDogs(List<Owner> owners) {
        for (Owner owner : owners) {
            load(owner.getDogs());
        }
    }

    @Test
    @DisplayName("O2: says which association, where in the program, how many statements, and the prefetch path")
    void report() {
        read(em -> {
            List<Owner> owners = owners(em);
            int statements = statements(() -> callTheDogs(owners));
            List<RepeatedLazyLoads> repeated = activation.map().repeatedLazyLoads();
            assertThat(repeated).hasSize(1);
            assertThat(repeated.get(0).entityType()).isEqualTo(Owner.class);
            assertThat(repeated.get(0).path()).isEqualTo("dogs");
            assertThat(repeated.get(0).caller()).contains("ContractTest.load(ContractTest.java:");
            assertThat(repeated.get(0).statements()).isEqualTo(3).isLessThanOrEqualTo(statements);
            return null;
        });
    }

    @Test
    @DisplayName("O2: the attribute's getter is not the calling code")
    void getter() {
        List<Dog> dogs = read(em ->
                em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList());
        for (Dog dog : dogs) {
            assertThat(dog.getOwner() == null ? "" : dog.getOwner().getName()).isNotNull();
        }
        if (!WOVEN) {
            assertThat(activation.map().repeatedLazyLoads())
                    .as("without weaving references are eager")
                    .isEmpty();
            return;
        }
        // two of the four have the same owner, one has none
        assertThat(activation.map().repeatedLazyLoads()).hasSize(1).first().satisfies(loads -> {
            assertThat(loads.path()).isEqualTo("owner");
            assertThat(loads.statements()).isEqualTo(2);
            assertThat(loads.caller())
                    .startsWith(LazyLoadReportTest.class.getName() + ".getter(LazyLoadReportTest.java:");
        });
    }

    @Test
    @DisplayName("O2/D15: a batch for many is one statement, and what happens once is no N+1")
    void batch() {
        reopen(COLLECT.with(LazyLoading.PEERS));
        read(em -> {
            callTheDogs(owners(em));
            return null;
        });
        assertThat(activation.map().repeatedLazyLoads()).allMatch(loads -> !PeersTest.DOGS_IN_BULK);
    }

    @Test
    @DisplayName("O2: free instances are counted, a prefetch is not")
    void freeAndPrefetched() {
        List<Owner> owners = read(LazyLoadReportTest::owners);
        prefetch(owners, "dogs.toys");
        assertThat(activation.map().repeatedLazyLoads()).isEmpty();
        List<Toy> toys = read(em ->
                em.createQuery("select t from Toy t order by t.id", Toy.class).getResultList());
        int statements = statements(() -> toys.forEach(toy -> load(toy.getDogs())));
        assertThat(activation.map().repeatedLazyLoads()).hasSize(1).first().satisfies(loads -> {
            assertThat(loads.entityType()).isEqualTo(Toy.class);
            assertThat(loads.path()).isEqualTo("dogs");
            assertThat(loads.statements()).isEqualTo(5).isEqualTo(statements);
        });
    }

    @Test
    @DisplayName("O2: nothing is counted unless it is asked for")
    void off() {
        reopen(IdentityMapOptions.DEFAULTS);
        read(em -> {
            callTheDogs(owners(em));
            return null;
        });
        assertThat(activation.map().repeatedLazyLoads()).isEmpty();
    }

    @Test
    @DisplayName("O2: it can be read after the end of the map")
    void afterTheEnd() {
        read(em -> {
            callTheDogs(owners(em));
            return null;
        });
        var map = activation.map();
        reopen(COLLECT);
        assertThat(map.repeatedLazyLoads()).hasSize(1);
        assertThat(map.repeatedLazyLoads().get(0).toString()).contains("3 statements", "prefetch(entities, \"dogs\")");
    }
}
