package io.github.selfsame.eclipselink.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.testing.ContractTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What EclipseLink says to PostgreSQL; H2 understands it, too. */
class PostgreSqlKeysTest extends ContractTest {

    PostgreSqlKeysTest() {
        super("composition");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.target-database", "org.eclipse.persistence.platform.database.PostgreSQLPlatform");
    }

    @Override
    protected void fill() {
        database.execute("insert into Dog (id, name) values (1, 'Rex'), (2, 'Fay'), (3, 'Gus')");
        database.execute("insert into Toy (id, name, dog_id) values (1, 'ball', 1), (2, 'bone', 1), (3, 'rope', 2)");
    }

    @Test
    @DisplayName("P10: on PostgreSQL all keys are one array")
    void arrays() {
        read(em -> {
            List<Dog> dogs = em.createQuery("select d from Dog d order by d.id", Dog.class)
                    .getResultList();
            database.forget();
            prefetch(dogs, "toys");
            assertThat(database.statements()).singleElement().asString().contains("= ANY(?)");
            assertThat(dogs).extracting(dog -> dog.getToys().size()).containsExactly(2, 1, 0);
            return null;
        });
    }

    @ParameterizedTest(name = "{0} dogs: {1} statements")
    @CsvSource({"1, 1", "2000, 1", "2001, 1", "4000, 1", "4001, 2", "8001, 3"})
    @DisplayName("P10/P13: on PostgreSQL as many peers are loaded together as a prefetch takes in one statement")
    void chunks(int size, int statements) {
        database.execute("insert into Dog (id, name) select x, 'dog ' || x from system_range(4, " + size + ")");
        for (LazyLoading loading : List.of(LazyLoading.ONE, LazyLoading.PEERS)) {
            factory.getCache().evictAll();
            reopen(IdentityMapOptions.DEFAULTS.with(loading));
            read(em -> {
                List<Dog> dogs = em.createQuery("select d from Dog d order by d.id", Dog.class)
                        .setMaxResults(size)
                        .getResultList();
                assertThat(dogs).hasSize(size);
                database.forget();
                if (loading == LazyLoading.ONE) {
                    prefetch(dogs, "toys");
                }
                assertThat(dogs.stream().mapToInt(dog -> dog.getToys().size()).sum())
                        .isEqualTo(Math.min(size + 1, 3));
                assertThat(database.statements()).hasSize(statements);
                return null;
            });
        }
    }
}
