package io.github.selfsame.eclipselink.sharedcache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What EclipseLink's shared cache has after associations were loaded in bulk. */
class BulkLoadsTest extends KennelTest {

    /** The ways to load collections. */
    enum Way {
        LAZILY,
        FOR_PEERS,
        PREFETCHED
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName(
            "R14, P9: what is read in bulk is in the shared cache, as it is configured, and so is that it makes up a"
                    + " collection that was asked for")
    void collection(Way way) {
        reopen(IdentityMapOptions.DEFAULTS.with(way == Way.FOR_PEERS ? LazyLoading.PEERS : LazyLoading.ONE));
        List<Toy> ours = read(em -> {
            List<Dog> dogs = dogs(em);
            if (way == Way.PREFETCHED) {
                prefetch(dogs, "toys");
            }
            load(dogs.get(0).getToys());
            return dogs.get(0).getToys();
        });
        readWithoutMap(em -> {
            assertThat(ours).allMatch(toy -> factory.getCache().contains(Toy.class, toy.getId()) == SHARED_CACHE);
            Dog rex = em.find(Dog.class, 1L);
            assertThat(statements(() -> load(rex.getToys()))).isEqualTo(SHARED_CACHE ? 0 : 1);
            // R14: no instance of the map has got there
            assertThat(rex.getToys()).hasSize(3).noneMatch(ours::contains);
            // what nobody has asked for might be out of date when somebody does
            Dog other = em.find(Dog.class, 2L);
            assertThat(statements(() -> load(other.getToys())))
                    .isEqualTo(SHARED_CACHE && way == Way.PREFETCHED ? 0 : 1);
            return null;
        });
    }

    @Test
    @DisplayName(
            "R14, P13, P9: a batch that a query has asked for is read as such for peers, and remembered in the shared cache")
    void batch() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        read(em -> {
            List<Dog> dogs = em.createQuery("select d from Dog d order by d.id", Dog.class)
                    .setHint("eclipselink.batch", "d.toys")
                    .setHint("eclipselink.batch.type", "IN")
                    .getResultList();
            assertThat(statements(() -> dogs.forEach(dog -> load(dog.getToys()))))
                    .isEqualTo(1);
            return null;
        });
        readWithoutMap(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(statements(() -> dogs.forEach(dog -> load(dog.getToys()))))
                    .isEqualTo(SHARED_CACHE ? 0 : dogs.size());
            return null;
        });
    }

    @Test
    @DisplayName("R14: references that were loaded in bulk are remembered in the shared cache")
    void reference() {
        read(em -> {
            prefetch(dogs(em), "owner", "favoriteToy.maker");
            return null;
        });
        readWithoutMap(em -> {
            Dog rex = em.find(Dog.class, 1L);
            int statements = statements(() -> {
                assertThat(rex.getOwner().getName()).isEqualTo("Ann");
                assertThat(rex.getFavoriteToy().getMaker().getName()).isEqualTo("Acme");
            });
            assertThat(statements).isEqualTo(SHARED_CACHE || !WOVEN ? 0 : 3);
            return null;
        });
    }

    private static List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }
}
