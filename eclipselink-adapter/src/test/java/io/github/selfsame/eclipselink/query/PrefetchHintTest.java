package io.github.selfsame.eclipselink.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.prefetch.PrefetchException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PrefetchHintTest extends KennelTest {

    private static final String ALL_DOGS = "select d from Dog d order by d.id";

    private void assertLoaded(List<Dog> dogs) {
        assertThat(statements(() -> dogs.forEach(dog -> {
                    dog.getToys().forEach(toy -> {
                        if (toy.getMaker() != null) {
                            assertThat(toy.getMaker().getName()).isNotNull();
                        }
                    });
                    if (dog.getOwner() != null) {
                        assertThat(dog.getOwner().getName()).isNotNull();
                    }
                })))
                .isZero();
    }

    private static <T> TypedQuery<T> prefetching(TypedQuery<T> query) {
        return query.setHint(SelfsameHints.PREFETCH, "toys.maker, owner");
    }

    private static void assertPrefetchException(ThrowingCallable work, String... parts) {
        assertThatThrownBy(work)
                .satisfies(thrown -> assertThat(thrown instanceof PrefetchException ? thrown : thrown.getCause())
                        .isInstanceOf(PrefetchException.class)
                        .hasMessageContainingAll(parts));
    }

    @Test
    @DisplayName("P12: a query hint, for JPQL; one statement for each association and level")
    void jpql() {
        read(em -> {
            database.forget();
            List<Dog> dogs = prefetching(em.createQuery(ALL_DOGS, Dog.class)).getResultList();
            assertThat(dogs).hasSize(4);
            if (WOVEN) {
                assertThat(database.statements()).hasSize(4);
            }
            assertLoaded(dogs);
            return null;
        });
    }

    @Test
    @DisplayName("P12: a query hint, for criteria, native and named queries, single results and streams")
    void otherQueries() {
        factory.addNamedQuery("Dog.all", entityManager().createQuery(ALL_DOGS, Dog.class));
        read(em -> {
            CriteriaQuery<Dog> criteria = em.getCriteriaBuilder().createQuery(Dog.class);
            Root<Dog> dog = criteria.from(Dog.class);
            assertLoaded(prefetching(em.createQuery(criteria.select(dog))).getResultList());
            return null;
        });
        activation.map().clear();
        read(em -> {
            @SuppressWarnings("unchecked")
            List<Dog> dogs = em.createNativeQuery("select * from Dog", Dog.class)
                    .setHint(SelfsameHints.PREFETCH, List.of("toys.maker", "owner"))
                    .getResultList();
            assertThat(dogs).hasSize(4);
            assertLoaded(dogs);
            return null;
        });
        activation.map().clear();
        read(em -> {
            assertLoaded(prefetching(em.createNamedQuery("Dog.all", Dog.class)).getResultList());
            return null;
        });
        activation.map().clear();
        read(em -> {
            assertLoaded(List.of(prefetching(em.createQuery("select d from Dog d where d.id = 1", Dog.class))
                    .getSingleResult()));
            return null;
        });
        activation.map().clear();
        read(em -> {
            try (Stream<Dog> stream =
                    prefetching(em.createQuery(ALL_DOGS, Dog.class)).getResultStream()) {
                assertLoaded(stream.toList());
            }
            return null;
        });
    }

    @Test
    @DisplayName("P11, C16: the page is exact, and only what belongs to it is loaded")
    void paging() {
        read(em -> {
            List<Dog> page = prefetching(em.createQuery(ALL_DOGS, Dog.class))
                    .setFirstResult(1)
                    .setMaxResults(2)
                    .getResultList();
            assertThat(page).extracting(Dog::getName).containsExactly("Fay", "Gus");
            assertThat(page.get(0).getToys()).hasSize(3);
            assertLoaded(page);
            return null;
        });
    }

    @Test
    @DisplayName("C20: find by id honours the prefetch, also of what is managed already")
    void find() {
        read(em -> {
            Dog rex = em.find(Dog.class, 1L, Map.of(SelfsameHints.PREFETCH, "toys.maker,owner"));
            assertLoaded(List.of(rex));
            Dog fay = em.find(Dog.class, 2L);
            assertThat(em.find(Dog.class, 2L, Map.of(SelfsameHints.PREFETCH, "toys.maker,owner")))
                    .isSameAs(fay);
            assertLoaded(List.of(fay));
            assertThat(em.find(Dog.class, 99L, Map.of(SelfsameHints.PREFETCH, "toys")))
                    .isNull();
            return null;
        });
    }

    @Test
    @DisplayName("P2: what the map has is not read again; with keys first not even the dogs")
    void reuse() {
        read(em -> prefetching(em.createQuery(ALL_DOGS, Dog.class)).getResultList());
        read(em -> {
            int statements = statements(() -> assertLoadedAgain(em));
            assertThat(statements).isEqualTo(1);
            return null;
        });
    }

    private void assertLoadedAgain(EntityManager em) {
        List<Dog> dogs = prefetching(em.createQuery(ALL_DOGS, Dog.class))
                .setHint(SelfsameHints.KEY_FIRST, true)
                .getResultList();
        assertThat(dogs).hasSize(4).allSatisfy(dog -> assertThat(dog.getToys()).isNotNull());
    }

    @Test
    @DisplayName("P12, R18: without a map the hint is honoured, too")
    void withoutMap() {
        readWithoutMap(em -> {
            database.forget();
            List<Dog> dogs = prefetching(em.createQuery(ALL_DOGS, Dog.class)).getResultList();
            if (WOVEN) {
                assertThat(database.statements()).hasSize(4);
            }
            assertLoaded(dogs);
            return null;
        });
        assertThat(activation.map().size()).isZero();
    }

    @Test
    @DisplayName("P12: with a lock mode, in a transaction with changes, nothing is lost")
    void locking() {
        transact(em -> {
            em.find(Dog.class, 1L).setName("Max");
            List<Dog> dogs = prefetching(em.createQuery(ALL_DOGS, Dog.class))
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
            assertThat(dogs.get(0).getName()).isEqualTo("Max");
            assertLoaded(dogs);
        });
        assertThat(this.<String>read(em -> em.find(Dog.class, 1L).getName())).isEqualTo("Max");
    }

    @Test
    @DisplayName("P12: entities that are no roots of the query are prefetched for, too")
    void selectedAssociation() {
        read(em -> {
            List<Owner> owners = em.createQuery(
                            "select distinct d.owner from Dog d where d.owner is not null", Owner.class)
                    .setHint(SelfsameHints.PREFETCH, "dogs.toys")
                    .getResultList();
            assertThat(statements(() -> assertThat(owners).hasSize(2).allSatisfy(owner -> assertThat(owner.getDogs())
                            .allSatisfy(dog -> assertThat(dog.getToys().size()).isPositive()))))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P12: a wrong path is an error, also without results; so is what has no entities to prefetch for")
    void wrong() {
        EntityManager em = entityManager();
        assertPrefetchException(
                () -> em.createQuery("select d from Dog d where d.id = 99", Dog.class)
                        .setHint(SelfsameHints.PREFETCH, "toys.makr")
                        .getResultList(),
                "SELFSAME002100",
                "makr",
                Toy.class.getName(),
                "maker");
        assertPrefetchException(
                () -> em.createQuery("select d.name from Dog d", String.class)
                        .setHint(SelfsameHints.PREFETCH, "toys")
                        .getResultList(),
                "SELFSAME002254",
                "java.lang.String");
        assertPrefetchException(
                () -> em.createQuery("select d, d.name from Dog d", Object[].class)
                        .setHint(SelfsameHints.PREFETCH, "toys")
                        .getResultList(),
                "SELFSAME002254");
        assertPrefetchException(
                () -> em.createQuery(ALL_DOGS, Dog.class)
                        .setHint("eclipselink.cursor", true)
                        .setHint(SelfsameHints.PREFETCH, "toys")
                        .getSingleResult(),
                "SELFSAME002255");
        assertPrefetchException(
                () -> em.createQuery(ALL_DOGS, Dog.class)
                        .setHint("eclipselink.read-only", true)
                        .setHint(SelfsameHints.PREFETCH, "toys")
                        .getResultList(),
                "SELFSAME002256");
        assertThatThrownBy(() -> em.createQuery(ALL_DOGS, Dog.class)
                        .setHint(SelfsameHints.PREFETCH, 1)
                        .getResultList())
                .rootCause()
                .hasMessageContainingAll("SELFSAME002252", "java.lang.Integer");
        for (String nothing : List.of("", " ", ",")) {
            assertThatThrownBy(() -> em.createQuery(ALL_DOGS, Dog.class)
                            .setHint(SelfsameHints.PREFETCH, nothing)
                            .getResultList())
                    .rootCause()
                    .hasMessageContaining("SELFSAME002253");
        }
    }

    @Test
    @DisplayName("B11: the hint counts for its query alone")
    void perQuery() {
        read(em -> {
            TypedQuery<Dog> query = prefetching(em.createQuery(ALL_DOGS, Dog.class));
            assertLoaded(query.getResultList());
            em.clear();
            factory.getCache().evictAll();
            List<Dog> dogs = em.createQuery(ALL_DOGS, Dog.class).getResultList();
            assertThat(statements(() -> load(dogs.get(0).getToys()))).isEqualTo(1);
            em.clear();
            assertLoaded(query.getResultList());
            return null;
        });
    }
}
