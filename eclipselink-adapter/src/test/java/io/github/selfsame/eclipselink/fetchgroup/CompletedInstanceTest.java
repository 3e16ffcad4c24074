package io.github.selfsame.eclipselink.fetchgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.LazyLoadingException;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances of which a part was read first; EclipseLink takes the rest from the shared cache if it is there by then. */
class CompletedInstanceTest extends ModelTest {

    /** How to touch an association that comes with the rest, and how to change it. */
    record Touched(String association, Consumer<Person> touch, Consumer<Person> change) {

        @Override
        public String toString() {
            return association;
        }
    }

    static Stream<Touched> associations() {
        return Stream.of(
                new Touched("reference", Person::getBoss, person -> person.setBoss(null)),
                new Touched("inverse reference", Person::getPassport, person -> person.setPassport(null)),
                new Touched("inverse collection", person -> load(person.getPets()), person -> person.getPets()
                        .clear()),
                new Touched("values", person -> load(person.getTags()), person -> person.getTags()
                        .add("z")),
                new Touched("map", person -> load(person.getTraits().keySet()), person -> person.getTraits()
                        .put("k2", "v2")));
    }

    /** Those that are written; of the others the application has to keep both sides. */
    static Stream<Touched> owned() {
        return associations().filter(association -> !association.association().startsWith("inverse"));
    }

    @BeforeEach
    void onlyWoven() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        emptyCaches();
    }

    @ParameterizedTest
    @MethodSource("associations")
    @DisplayName("R1/R12: an instance that was completed stays the one of its row, whatever of it is touched then")
    void touched(Touched association) {
        Person ben = read(em -> {
            Person partial = readInPart(em).get(1);
            association.touch.accept(partial);
            return partial;
        });

        assertThat(this.<Object>read(CompletedInstanceTest::readBen)).isSameAs(ben);
        assertThat(this.<Object>read(em -> em.find(Person.class, 2L))).isSameAs(ben);
    }

    @ParameterizedTest
    @MethodSource("associations")
    @DisplayName("R8/R12: an instance that was completed is given up if it was changed and not written")
    void changed(Touched association) {
        Person ben = read(em -> {
            Person partial = readInPart(em).get(1);
            association.change.accept(partial);
            return partial;
        });

        assertThat(this.<Object>read(CompletedInstanceTest::readBen)).isNotSameAs(ben);
    }

    @ParameterizedTest
    @MethodSource("associations")
    @DisplayName(
            "R8/R12: a reference that was completed is given up if it was changed and rolled back, though EclipseLink may have flushed nothing")
    void changedAndFlushed(Touched association) {
        EntityManager em = entityManager();
        Person ben = em.getReference(Person.class, 2L);
        association.change.accept(ben);
        em.getTransaction().begin();
        em.createQuery("select p from Passport p").getResultList();
        em.getTransaction().rollback();
        em.close();

        assertThat(this.<Object>read(CompletedInstanceTest::readBen)).isNotSameAs(ben);
    }

    @ParameterizedTest
    @MethodSource("owned")
    @DisplayName(
            "R8/R12: a reference that was completed shows what is in the database after a commit, though EclipseLink may have lost its change")
    void changedAndCommitted(Touched association) {
        EntityManager em = entityManager();
        EntityTransaction transaction = em.getTransaction();
        transaction.begin();
        association.change.accept(em.getReference(Person.class, 2L));
        em.find(Person.class, 1L).setName("Other");
        // so the context ends with the commit
        em.close();
        transaction.commit();
        String shown = read(other -> describe(other.find(Person.class, 2L)));
        factory.getCache().evictAll();
        String stored = readWithoutMap(other -> describe(other.find(Person.class, 2L)));

        assertThat(shown).isEqualTo(stored);
    }

    private static String describe(Person person) {
        return "boss " + (person.getBoss() != null) + ", passport " + (person.getPassport() != null) + ", "
                + person.getPets().size() + " pets, " + Set.copyOf(person.getTags())
                + ", " + Map.copyOf(person.getTraits());
    }

    @Test
    @DisplayName(
            "P9, R11, R12: an instance that was loaded in part is brought up to date by the statement that brings its row")
    void stale() {
        assertNoMoreStatements(
                em -> {
                    readInPart(em);
                    em.getTransaction().begin();
                    em.createQuery("update Person p set p.name = 'Neo'").executeUpdate();
                    em.getTransaction().commit();
                },
                em -> {
                    Person ben = em.find(Person.class, 2L);
                    assertThat(ben.getName()).isEqualTo("Neo");
                    assertThat(ben.getBoss()).isNotNull();
                });
    }

    @Test
    @DisplayName("P13/R12: an association that has come with the rest must not be touched either where none may")
    void raises() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.RAISE));
        read(em -> {
            Person ben = readInPart(em).get(1);
            assertThat(ben.getAddress()).isNotNull();
            assertThatThrownBy(ben::getBoss).isInstanceOf(LazyLoadingException.class);
            return ben;
        });
    }

    @Test
    @DisplayName("P13/R12: associations that have come with the rest are loaded for all peers")
    void loadsForPeers() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        read(em -> {
            List<Person> people = readInPart(em);
            people.forEach(person -> assertThat(person.getAddress()).isNotNull());
            // Ann has come alone, the other two together
            assertThat(statements(() -> people.forEach(person -> load(person.getTags()))))
                    .isEqualTo(2);
            return people;
        });
    }

    /** Reads all persons in part; the associations that are read with them bring two of them in whole into the shared cache. */
    private static List<Person> readInPart(EntityManager em) {
        EntityGraph<Person> graph = em.createEntityGraph(Person.class);
        graph.addAttributeNodes("name", "reports");
        return em.createQuery("select p from Person p order by p.id", Person.class)
                .setHint("jakarta.persistence.fetchgraph", graph)
                .getResultList();
    }

    private static Object readBen(EntityManager em) {
        return em.createNativeQuery("select * from Person where id = 2", Person.class)
                .getSingleResult();
    }
}
