package io.github.selfsame.eclipselink.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a query may be told to prefetch, other than by strings. */
class PrefetchHintValuesTest extends ContractTest {

    private static final String ALL = "select d from Dog d order by d.id";

    PrefetchHintValuesTest() {
        super("composition");
    }

    @Override
    protected void fill() {
        database.execute("insert into Owner (id, name) values (1, 'Ann'), (2, 'Ben')");
        database.execute("insert into Dog (id, name, owner_id) values (1, 'Rex', 1), (2, 'Fay', 2), (3, 'Gus', null)");
        database.execute("insert into Toy (id, name, dog_id) values (1, 'ball', 1), (2, 'bone', 1), (3, 'rope', 2)");
    }

    /** Suppliers, since the static metamodel is filled by the factory of each test. */
    enum Value {
        PREFETCHES {
            @Override
            Object get() {
                return List.of(Prefetch.of(Dog_.toys), Prefetch.of(Dog_.owner));
            }
        },
        ATTRIBUTES {
            @Override
            Object get() {
                return List.of(Dog_.toys, Dog_.owner);
            }
        },
        ARRAY {
            @Override
            Object get() {
                return new Object[] {Dog_.owner, Prefetch.of(Dog_.toys).with(Prefetch.of(Toy_.dog))};
            }
        },
        NESTED {
            @Override
            Object get() {
                return Prefetch.of(Dog_.toys).with(Prefetch.of(Toy_.dog).with(Prefetch.of(Dog_.owner)));
            }
        },
        PATH {
            @Override
            Object get() {
                return Prefetch.of(Dog_.toys).then(Toy_.dog).then(Dog_.owner);
            }
        },
        MIXED {
            @Override
            Object get() {
                return List.of("toys.dog", List.of(Dog_.owner), Prefetch.of("toys"));
            }
        };

        abstract Object get();
    }

    static Stream<Value> values() {
        return Stream.of(Value.values());
    }

    private void assertLoaded(List<Dog> dogs) {
        assertThat(statements(() -> {
                    assertThat(dogs.get(0).getToys()).hasSize(2).allMatch(toy -> toy.getDog() == dogs.get(0));
                    assertThat(dogs.get(0).getOwner().getName()).isEqualTo("Ann");
                }))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("values")
    @DisplayName("P12: a query hint takes Prefetch values and attributes of the static metamodel, alone or several")
    void query(Value value) {
        read(em -> {
            database.forget();
            List<Dog> dogs = em.createQuery(ALL, Dog.class)
                    .setHint(SelfsameHints.PREFETCH, value.get())
                    .getResultList();
            if (WOVEN) {
                // dogs, toys, owners
                assertThat(database.statements()).hasSize(3);
            }
            assertLoaded(dogs);
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("values")
    @DisplayName("P12, C20: so do the properties of find; but of an array EclipseLink hands on the last element only")
    void find(Value value) {
        if (value != Value.ARRAY) {
            read(em -> {
                Dog rex = em.find(Dog.class, 1L, Map.of(SelfsameHints.PREFETCH, value.get()));
                assertLoaded(List.of(rex));
                return null;
            });
        }
    }

    private void assertRefused(EntityManager em, Object value, Class<?> exception, String... parts) {
        database.forget();
        assertThatThrownBy(() -> em.createQuery(ALL, Dog.class)
                        .setHint(SelfsameHints.PREFETCH, value)
                        .getResultList())
                .satisfies(thrown -> assertThat(exception.isInstance(thrown) ? thrown : thrown.getCause())
                        .isInstanceOf(exception)
                        .hasMessageContainingAll(parts));
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName(
            "P12: what can't be prefetched with a query is an error that says what is wrong, before the query is run")
    void wrong() {
        EntityManager em = entityManager();
        assertRefused(
                em,
                Prefetch.of(Toy_.dog),
                PrefetchException.class,
                "SELFSAME002104",
                Toy.class.getName(),
                Dog.class.getName());
        assertRefused(em, Dog_.name, PrefetchException.class, "SELFSAME002101", "name", Dog.class.getName());
        assertRefused(em, Prefetch.of("toys.makr"), PrefetchException.class, "SELFSAME002100", "makr", "dog");
        for (Prefetch<?, ?> separate : List.of(
                Prefetch.of(Dog_.toys).count(),
                Prefetch.of(Dog_.toys).limit(1),
                Prefetch.of(Dog_.toys).as("them"),
                Prefetch.of(Dog_.owner).where((builder, owner) -> builder.isNotNull(owner)),
                Prefetch.of(Dog_.toys).orderBy((builder, toy) -> builder.asc(toy.get(Toy_.name))))) {
            assertRefused(em, separate, PrefetchException.class, "SELFSAME002258", separate.toString());
        }
        Prefetch<Dog, Toy> nested =
                Prefetch.of(Dog_.toys).with(Prefetch.of(Toy_.dog).as("its"));
        assertRefused(em, nested, PrefetchException.class, "SELFSAME002258", "'its'");
        assertRefused(em, Arrays.asList(Dog_.toys, null), IllegalArgumentException.class, "SELFSAME002252", "null");
        assertRefused(em, List.of(Dog_.toys, 1), IllegalArgumentException.class, "SELFSAME002252", "Integer");
        assertRefused(em, List.of(), IllegalArgumentException.class, "SELFSAME002253");
    }
}
