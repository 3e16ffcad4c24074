package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefetchChunksTest extends ContractTest {

    private static final int MOST = 2_001;

    PrefetchChunksTest() {
        super("kennel");
    }

    @Override
    protected void fill() {
        database.execute(
                "insert into Owner (id, name, version) select x, 'owner ' || x, 1 from system_range(1, " + MOST + ")");
        database.execute("insert into Toy (id, name, version) select x, 'toy ' || x, 1 from system_range(1, 10)");
        database.execute("insert into Dog (id, name, version, owner_id) select x, 'dog ' || x, 1, x"
                + " from system_range(1, " + MOST + ")");
        // every third dog has no toys, the others one or two
        database.execute("insert into Dog_Toy (dogs_id, toys_id) select x, 1 + mod(x, 10) from system_range(1, " + MOST
                + ") where mod(x, 3) > 0");
        database.execute("insert into Dog_Toy (dogs_id, toys_id) select x, 1 + mod(x + 1, 10) from system_range(1, "
                + MOST + ") where mod(x, 3) > 1");
    }

    @ParameterizedTest(name = "{0} owners: {1} statements")
    @CsvSource({"0, 0", "1, 1", "999, 1", "1000, 1", "1001, 2", "2001, 3"})
    @DisplayName("P10/C7: key lists are cut exactly, and every owner gets its own targets, also none")
    void chunks(int size, int statements) {
        Map<Long, List<Long>> expected = new HashMap<>();
        readWithoutMap(em -> {
            em.createQuery("select d.id, t.id from Dog d join d.toys t", Object[].class)
                    .getResultList()
                    .forEach(pair -> expected.computeIfAbsent((Long) pair[0], key -> new ArrayList<>())
                            .add((Long) pair[1]));
            return null;
        });
        read(em -> {
            List<Dog> dogs = first(em, size);
            assertThat(statements(() -> prefetch(dogs, "toys"))).isEqualTo(statements);
            assertThat(statements(() -> dogs.forEach(dog -> assertThat(dog.getToys())
                            .extracting(Toy::getId)
                            .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(dog.getId(), List.of())))))
                    .isZero();
            if (WOVEN) {
                assertThat(statements(() -> prefetch(dogs, "owner"))).isEqualTo(statements);
            }
            assertThat(dogs).allMatch(dog -> dog.getOwner().getName().equals("owner " + dog.getId()));
            return null;
        });
    }

    @ParameterizedTest(name = "page at {0} of {1}")
    @CsvSource({"0, 10", "995, 10", "1995, 10"})
    @DisplayName("P11/C16: a page with prefetch is exactly that page")
    void paging(int first, int size) {
        read(em -> {
            List<Dog> page = em.createQuery("select d from Dog d order by d.id", Dog.class)
                    .setFirstResult(first)
                    .setMaxResults(size)
                    .getResultList();
            prefetch(page, "toys", "owner");
            assertThat(page).hasSize(Math.min(size, MOST - first));
            assertThat(page.get(0).getId()).isEqualTo(first + 1L);
            assertThat(statements(() -> page.forEach(dog -> {
                        load(dog.getToys());
                        assertThat(dog.getOwner()).isInstanceOf(Owner.class);
                        assertThat(dog.getOwner().getName()).isNotEmpty();
                    })))
                    .isZero();
            return null;
        });
    }

    private static List<Dog> first(EntityManager em, int size) {
        return em.createQuery("select d from Dog d where d.id <= " + size + " order by d.id", Dog.class)
                .getResultList();
    }
}
