package io.github.selfsame.eclipselink.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.prefetch.EclipseLinkAdapter;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.internal.query.MultipleLookup;
import io.github.selfsame.query.EntityFinder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.persistence.queries.FetchGroup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many entities by id. Owners have no references: all of them come by one statement with weaving and without. */
class FindMultipleTest extends KennelTest {

    /** As many keys of one number as go into one statement here. */
    private static final int CHUNK = 1_000;

    private final EntityFinder finder = new MultipleLookup(() -> List.of(new EclipseLinkAdapter()));

    @Test
    @DisplayName(
            "Q1, R1: what the context and the map have is taken, the rest is read by one statement, in the order of the ids")
    void takesWhatIsThere() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        read(em -> {
            Owner cid = em.find(Owner.class, 3L);
            database.forget();
            List<Owner> owners = finder.findMultiple(em, Owner.class, List.of(3L, 2L, 1L));
            assertThat(database.statements()).hasSize(1);
            assertThat(owners).extracting(Owner::getName).containsExactly("Cid", "Ben", "Ann");
            assertThat(owners.get(0)).isSameAs(cid);
            assertThat(owners.get(2)).isSameAs(ann);
            assertThat(owners).allMatch(em::contains).allMatch(activation.map()::contains);
            assertThat(statements(() -> assertThat(finder.findMultiple(em, Owner.class, List.of(1L, 2L, 3L)))
                            .containsExactly(owners.get(2), owners.get(1), owners.get(0))))
                    .isZero();
            return null;
        });
        assertThat(statements(() -> read(em -> finder.getMultiple(em, Owner.class, List.of(1L, 2L, 3L)))))
                .isZero();
    }

    @Test
    @DisplayName(
            "Q1: one by one it would have been the same, with references, repetitions and missing rows, in more statements")
    void asFind() {
        List<Object> ids = List.of(4L, 1L, 99L, 2L, 1L, 3L, 98L);
        List<String> expected = new ArrayList<>();
        int oneByOne = statements(() -> read(em -> {
            ids.forEach(id -> expected.add(describe(em.find(Dog.class, id))));
            return null;
        }));
        factory.getCache().evictAll();
        reopen(IdentityMapOptions.DEFAULTS);
        List<String> found = new ArrayList<>();
        int together = statements(() -> read(em -> {
            List<Dog> dogs = finder.findMultiple(em, Dog.class, ids);
            dogs.forEach(dog -> found.add(describe(dog)));
            assertThat(dogs.get(1)).isSameAs(dogs.get(4));
            return null;
        }));
        assertThat(found).isEqualTo(expected);
        assertThat(together).isLessThanOrEqualTo(WOVEN ? oneByOne - 5 : oneByOne - 1);
    }

    private static String describe(Dog dog) {
        return dog == null
                ? "-"
                : dog.getName() + "/"
                        + (dog.getOwner() == null ? "-" : dog.getOwner().getName());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 1})
    @DisplayName("P10, Q1: cut where the database's limits are, exactly")
    void chunks(int number) {
        database.execute("insert into Owner (id, name, version) select x, 'owner ' || x, 1 from system_range(1001, "
                + (1000 + number) + ")");
        List<Long> ids = new ArrayList<>(
                LongStream.rangeClosed(1001, 1000 + number).boxed().toList());
        Collections.reverse(ids);
        read(em -> {
            database.forget();
            List<Owner> owners = finder.getMultiple(em, Owner.class, ids);
            assertThat(database.statements()).hasSize((number + CHUNK - 1) / CHUNK);
            assertThat(owners).extracting(Owner::getId).isEqualTo(ids);
            return null;
        });
    }

    @Test
    @DisplayName("Q1: null where there is none; getMultiple says which are missing, and the transaction goes on")
    void missing() {
        transact(em -> {
            assertThat(finder.findMultiple(em, Owner.class, List.of(7L, 1L, 8L, 7L)))
                    .hasSize(4)
                    .satisfies(owners -> {
                        assertThat(owners.get(0)).isNull();
                        assertThat(owners.get(1).getName()).isEqualTo("Ann");
                        assertThat(owners.get(2)).isNull();
                        assertThat(owners.get(3)).isNull();
                    });
            assertThatThrownBy(() -> finder.getMultiple(em, Owner.class, List.of(7L, 1L, 8L, 7L)))
                    .isInstanceOf(EntityNotFoundException.class)
                    .hasMessageContainingAll("SELFSAME000457", Owner.class.getName(), "4 ids", "2 of them", "[7, 8]");
            em.find(Owner.class, 1L).setName("Amy");
        });
        assertThat(this.<String>read(em -> em.find(Owner.class, 1L).getName())).isEqualTo("Amy");
    }

    @Test
    @DisplayName("Q1: what the context has removed is not there, what it has added is; nothing is flushed")
    void unflushed() {
        transact(em -> {
            em.remove(em.find(Toy.class, 5L));
            Owner dan = new Owner(9, "Dan");
            em.persist(dan);
            em.find(Owner.class, 2L).setName("Bob");
            database.forget();
            assertThat(finder.findMultiple(em, Toy.class, List.of(5L, 4L)))
                    .extracting(toy -> toy == null ? "-" : toy.getName())
                    .containsExactly("-", "ring");
            assertThat(finder.findMultiple(em, Owner.class, List.of(9L, 2L, 1L, 3L)))
                    .extracting(Owner::getName)
                    .containsExactly("Dan", "Bob", "Ann", "Cid");
            assertThat(database.statements()).allMatch(statement -> statement.startsWith("SELECT"));
            em.getTransaction().setRollbackOnly();
            em.getTransaction().rollback();
            em.getTransaction().begin();
        });
    }

    @Test
    @DisplayName(
            "R6: what is stale, or has no version and is read in a transaction, is read again, in place and together")
    void stale() {
        List<Note> notes = read(em -> finder.getMultiple(em, Note.class, List.of(1L, 2L)));
        database.execute("update Note set text = 'changed'");
        factory.getCache().evictAll();
        transact(em -> {
            database.forget();
            assertThat(finder.getMultiple(em, Note.class, List.of(2L, 1L))).containsExactly(notes.get(1), notes.get(0));
            assertThat(database.statements()).hasSize(1);
            assertThat(notes).extracting(Note::getText).containsOnly("changed");
        });
    }

    @Test
    @DisplayName("R3: what another context manages comes as a private copy")
    void leased() {
        EntityManager other = entityManager();
        Owner theirs = other.find(Owner.class, 1L);
        read(em -> {
            List<Owner> owners = finder.getMultiple(em, Owner.class, List.of(1L, 2L));
            assertThat(owners.get(0)).isNotSameAs(theirs);
            assertThat(activation.map().contains(owners.get(1))).isTrue();
            return null;
        });
    }

    @Test
    @DisplayName("R12: what was loaded in part is completed together")
    void partlyLoaded() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        emptyCaches();
        FetchGroup ids = new FetchGroup();
        ids.addAttribute("id");
        read(em -> {
            em.createQuery("select o from Owner o", Owner.class)
                    .setHint("eclipselink.fetch-group", ids)
                    .getResultList();
            database.forget();
            List<Owner> owners = finder.getMultiple(em, Owner.class, List.of(1L, 2L, 3L));
            assertThat(database.statements()).hasSize(1);
            assertThat(statements(
                            () -> assertThat(owners).extracting(Owner::getName).containsExactly("Ann", "Ben", "Cid")))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("R18: without a map it takes one statement, too, and leaves the map alone")
    void withoutMap() {
        readWithoutMap(em -> {
            database.forget();
            assertThat(finder.getMultiple(em, Owner.class, List.of(1L, 2L, 3L))).allMatch(em::contains);
            assertThat(database.statements()).hasSize(1);
            return null;
        });
        assertThat(activation.map().size()).isZero();
    }

    @Test
    @DisplayName("P13: what was found together are peers: 20 calls that find the same dogs take the statements of one")
    void request() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        int statements = statements(() -> IntStream.range(0, 20)
                .forEach(call -> transact(em -> {
                    for (Dog dog : finder.getMultiple(em, Dog.class, List.of(1L, 2L, 3L, 4L))) {
                        assertThat(describe(dog)).isNotEmpty();
                        load(dog.getToys());
                    }
                })));
        // dogs, owners, toys
        assertThat(statements).isLessThanOrEqualTo(WOVEN ? 3 : 20);
    }

    @Test
    @DisplayName("Q1: a null id, an id of another type and a type that is no entity are errors, and nothing is read")
    void wrong() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        database.forget();
        assertThatThrownBy(() -> finder.findMultiple(em, Owner.class, Arrays.asList(1L, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SELFSAME000456", Owner.class.getName(), "position 1");
        assertThatThrownBy(() -> finder.findMultiple(em, Owner.class, List.of(1L, "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SELFSAME002109", "'2'", "java.lang.String", "java.lang.Long");
        assertThatThrownBy(() -> finder.findMultiple(em, String.class, List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(database.statements()).isEmpty();
        assertThat(em.getTransaction().getRollbackOnly()).isFalse();
    }
}
