package io.github.selfsame.eclipselink.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.queries.CursoredStream;
import org.eclipse.persistence.queries.ScrollableCursor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a read goes through, a row is one instance (rule R1). */
class WaysToReadTest extends KennelTest {

    /** A way to read the first dog. */
    enum Way {
        FIND(em -> em.find(Dog.class, 1L)),
        REFERENCE(em -> em.getReference(Dog.class, 1L)),
        FIND_LOCKED(em -> em.find(Dog.class, 1L, LockModeType.PESSIMISTIC_WRITE)),
        FIND_OPTIMISTIC(em -> em.find(Dog.class, 1L, LockModeType.OPTIMISTIC)),
        JPQL(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                .getSingleResult()),
        JPQL_BY_PATH(em -> em.createQuery("select o.dogs from Owner o where o.id = 1", Dog.class)
                .getResultStream()
                .filter(dog -> dog.getId() == 1)
                .findFirst()
                .orElseThrow()),
        CRITERIA(em -> {
            var builder = em.getCriteriaBuilder();
            var query = builder.createQuery(Dog.class);
            var dog = query.from(Dog.class);
            return em.createQuery(query.select(dog).where(builder.equal(dog.get("name"), "Rex")))
                    .getSingleResult();
        }),
        CONSTRUCTOR(em -> em.createQuery(
                        "select new io.github.selfsame.eclipselink.reading.DogAndOwner(d, d.owner) from Dog d"
                                + " where d.id = 1",
                        DogAndOwner.class)
                .getSingleResult()
                .dog()),
        TUPLE(em -> {
            var builder = em.getCriteriaBuilder();
            var query = builder.createTupleQuery();
            var dog = query.from(Dog.class);
            Tuple tuple = em.createQuery(query.select(builder.tuple(dog.get("name"), dog.alias("dog")))
                            .where(builder.equal(dog.get("id"), 1L)))
                    .getSingleResult();
            assertThat(tuple.get(0)).isNotNull();
            return tuple.get("dog", Dog.class);
        }),
        ARRAY(em -> (Dog) em.createQuery("select o, d from Dog d join d.owner o where d.id = 1", Object[].class)
                .getSingleResult()[1]),
        NATIVE(em -> (Dog) em.createNativeQuery("select * from Dog where name = 'Rex'", Dog.class)
                .getSingleResult()),
        RESULT_SET_MAPPING(em -> (Dog) ((Object[]) em.createNativeQuery(
                                "select d.*, (select count(*) from Dog_Toy t where t.dogs_id = d.id) as toyCount"
                                        + " from Dog d where d.id = 1",
                                "DogWithToyCount")
                        .getSingleResult())
                [0]),
        PROCEDURE(em ->
                (Dog) em.createNativeQuery("call dogs_named('Rex')", Dog.class).getSingleResult()),
        STREAM(em -> em.createQuery("select d from Dog d", Dog.class)
                .getResultStream()
                .filter(dog -> dog.getId() == 1)
                .findFirst()
                .orElseThrow()),
        CURSOR(em -> {
            CursoredStream cursor = (CursoredStream) em.createQuery("select d from Dog d order by d.id")
                    .setHint("eclipselink.cursor", true)
                    .getSingleResult();
            Dog dog = (Dog) cursor.next();
            cursor.close();
            return dog;
        }),
        SCROLLABLE_CURSOR(em -> {
            ScrollableCursor cursor = (ScrollableCursor) em.createQuery("select d from Dog d order by d.id")
                    .setHint("eclipselink.cursor.scrollable", true)
                    .getSingleResult();
            cursor.absolute(0);
            Dog dog = (Dog) cursor.next();
            cursor.close();
            return dog;
        }),
        FETCH_GRAPH(em -> em.find(Dog.class, 1L, Map.of(fetchGraph(), graph(em)))),
        LOAD_GRAPH(em -> em.find(Dog.class, 1L, Map.of("jakarta.persistence.loadgraph", graph(em)))),
        QUERY_WITH_FETCH_GRAPH(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                .setHint(fetchGraph(), graph(em))
                .getSingleResult()),
        QUERY_WITH_LOAD_GRAPH(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                .setHint("jakarta.persistence.loadgraph", graph(em))
                .getSingleResult()),
        JOIN_FETCH(em -> em.createQuery(
                        "select distinct d from Dog d join fetch d.toys join fetch d.owner where d.id = 1", Dog.class)
                .getSingleResult()),
        JOIN_HINT(em -> em.createQuery("select d from Dog d where d.id = 1", Dog.class)
                .setHint("eclipselink.join-fetch", "d.toys")
                .setHint("eclipselink.left-join-fetch", "d.favoriteToy.maker")
                .getSingleResult()),
        BATCH_HINT(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                .setHint("eclipselink.batch", "d.toys.maker")
                .getSingleResult()),
        LOCKED_QUERY(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult()),
        PAGE(em -> em.createQuery("select d from Dog d order by d.id", Dog.class)
                .setFirstResult(0)
                .setMaxResults(1)
                .getSingleResult()),
        LAZY_COLLECTION(em -> em.find(Owner.class, 1L).getDogs().get(1)),
        INVERSE_COLLECTION(em -> em.find(Toy.class, 3L).getDogs().stream()
                .filter(dog -> dog.getId() == 1)
                .findFirst()
                .orElseThrow());

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final Function<EntityManager, Dog> read;

        Way(Function<EntityManager, Dog> read) {
            this.read = read;
        }

        /** Without weaving EclipseLink refuses fetch graphs. */
        private static String fetchGraph() {
            return WOVEN ? "jakarta.persistence.fetchgraph" : "jakarta.persistence.loadgraph";
        }

        private static EntityGraph<Dog> graph(EntityManager em) {
            EntityGraph<Dog> graph = em.createEntityGraph(Dog.class);
            graph.addAttributeNodes("name");
            graph.addSubgraph("toys").addAttributeNodes("name");
            return graph;
        }
    }

    @BeforeEach
    void createProcedures() {
        database.execute("create alias dogs_named for '" + Procedures.class.getName() + ".dogsNamed'");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("R1: the instance that the map has is what each way to read gives, managed and complete")
    void known(Way way) {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        transact(em -> {
            Dog found = way.read.apply(em);
            assertThat(found).isSameAs(dog);
            assertThat(em.contains(found)).isTrue();
            assertThat(found.getName()).isEqualTo("Rex");
            assertThat(found.getToys()).extracting(Toy::getName).containsExactlyInAnyOrder("ball", "bone", "rope");
            assertThat(found.getToys()).allMatch(em::contains);
            assertThat(found.getOwner().getName()).isEqualTo("Ann");
            found.setName("Max");
        });
        assertThat(this.<Object>read(em -> em.createNativeQuery("select name from Dog where id = 1")
                        .getSingleResult()))
                .isEqualTo("Max");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("R1: what each way to read has given is the instance that all later reads give")
    void unknown(Way way) {
        Dog dog = inTransaction(way.read);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Rex");
        assertThat(dog.getToys()).extracting(Toy::getName).containsExactlyInAnyOrder("ball", "bone", "rope");
        assertThat(dog.getOwner().getDogs()).contains(dog);
        assertThat(this.<Dog>read(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                        .getSingleResult()))
                .isSameAs(dog);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("B4, R12: whatever has read it first, the next who asks for all of it has all of it")
    void complete(Way way) {
        Dog dog = inTransaction(way.read);
        List<Object> state = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            assertThat(found).isSameAs(dog);
            return List.of(
                    found.getVersion(), found.getName(), found.getCollar().getColour());
        });
        assertThat(state).containsExactly(1, "Rex", "red");
    }

    @Test
    @DisplayName("R1: a stored procedure query gives the canonical instances, too")
    void storedProcedureQuery() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        List<?> found = read(em -> {
            var query = em.createStoredProcedureQuery("dogs_named", Dog.class);
            query.registerStoredProcedureParameter(1, String.class, jakarta.persistence.ParameterMode.IN);
            query.setParameter(1, "Rex");
            return query.getResultList();
        });
        assertThat(found).singleElement().isSameAs(dog);
    }

    @Test
    @DisplayName(
            "R1, C4: what the user has added to a loaded collection and not saved stays while queries bring its rows")
    void unsavedChildrenStay() {
        transact(em -> {
            Dog ida = em.find(Dog.class, 4L);
            load(ida.getToys());
            Toy unsaved = new Toy(77, "new", null);
            ida.getToys().add(unsaved);
            em.setFlushMode(jakarta.persistence.FlushModeType.COMMIT);
            em.createQuery("select distinct d from Dog d left join fetch d.toys", Dog.class)
                    .getResultList();
            prefetch(List.of(ida), "toys");
            assertThat(ida.getToys()).containsExactly(unsaved);
            ida.getToys().clear();
        });
    }

    @Test
    @DisplayName("C5, R4: a reference that was re-pointed after it had been loaded leads to the new target")
    void repointed() {
        Dog dog = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            assertThat(found.getOwner().getName()).isEqualTo("Ann");
            return found;
        });
        // by the same map
        transact(em -> em.find(Dog.class, 1L).setOwner(em.find(Owner.class, 2L)));
        assertThat(this.<String>read(em -> em.find(Dog.class, 1L).getOwner().getName()))
                .isEqualTo("Ben");
        // by a context that has a private copy
        EntityManager holder = entityManager();
        assertThat(holder.find(Dog.class, 1L)).isSameAs(dog);
        transact(em -> em.find(Dog.class, 1L).setOwner(em.find(Owner.class, 3L)));
        holder.close();
        assertThat(this.<String>read(em -> em.find(Dog.class, 1L).getOwner().getName()))
                .isEqualTo("Cid");
        // behind the back
        database.execute("update Dog set owner_id = 1, version = version + 1 where id = 1");
        factory.getCache().evictAll();
        Dog after = read(em ->
                em.createQuery("select d from Dog d where d.id = 1", Dog.class).getSingleResult());
        assertThat(after).isSameAs(dog);
        assertThat(dog.getOwner().getName()).isEqualTo("Ann");
    }

    @Test
    @DisplayName("C22, P8: neither adoption nor a prefetch nor a join makes anything dirty")
    void nothingDirty() {
        List<Dog> dogs = read(em ->
                em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList());
        database.forget();
        transact(em -> {
            em.createQuery("select distinct d from Dog d left join fetch d.toys left join fetch d.owner", Dog.class)
                    .getResultList();
            prefetch(dogs, "toys.maker", "favoriteToy", "nicknames", "owner.dogs");
            dogs.forEach(dog -> assertThat(em.contains(dog)).isTrue());
        });
        assertThat(database.statements()).isNotEmpty().allMatch(sql -> sql.startsWith("SELECT"));
        assertThat(dogs).allMatch(dog -> dog.getVersion() == 1);
    }
}
