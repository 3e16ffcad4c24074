package io.github.selfsame.eclipselink.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements of the application that give entities, but not all of their columns: EclipseLink leaves the rest empty. */
class PartialRowsTest extends KennelTest {

    /** The shared cache has what EclipseLink has read, with or without the library: the part. */
    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.cache.shared.default", "false");
    }

    /** A statement that gives the first dog without its name and its owner. */
    enum Way {
        ENTITY(em -> em.createNativeQuery("select ID, VERSION from DOG where ID = 1", Dog.class)),
        RESULT_SET(em ->
                em.createNativeQuery("select ID, VERSION, 0 as toyCount from DOG where ID = 1", "DogWithToyCount"));

        @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
        private final Function<EntityManager, Query> query;

        Way(Function<EntityManager, Query> query) {
            this.query = query;
        }

        Dog get(EntityManager em) {
            return dog(query.apply(em));
        }

        Dog refresh(EntityManager em) {
            return dog(query.apply(em).setHint("eclipselink.refresh", true));
        }

        private static Dog dog(Query query) {
            Object result = query.getSingleResult();
            return (Dog) (result instanceof Object[] row ? row[0] : result);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R12: what was read of some columns is read as a whole by the next context, into the same instance")
    void firstInPart(Way way) {
        Dog dog = read(way::get);
        assertThat(dog.getName()).isNull();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);

        assertIsWhole(dog);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R12, R6: an instance that is out of date is not brought up to date with a part of its row")
    void outOfDate(Way way) {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        database.execute("update DOG set VERSION = VERSION + 1 where ID = 1");

        assertThat(this.<Dog>read(way::get)).isNotSameAs(dog);

        assertThat(dog.getName()).isEqualTo("Rex");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertIsWhole(dog);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R1, R12: an instance that the map has as a whole is given out as it is")
    void upToDate(Way way) {
        Dog dog = read(em -> em.find(Dog.class, 1L));

        assertThat(this.<Dog>read(way::get)).isSameAs(dog);

        assertIsWhole(dog);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R10, R12: what a context has refreshed with a part of a row is read as a whole by the next one")
    void refreshedInPart(Way way) {
        Dog dog = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            assertThat(way.refresh(em)).isSameAs(found);
            assertThat(found.getName()).isNull();
            return found;
        });

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);

        assertIsWhole(dog);
    }

    @Test
    @DisplayName("R6, R12: without a version a transaction has the part of the row to itself")
    void withoutVersion() {
        Note note = read(em -> em.find(Note.class, 1L));

        transact(em -> em.createNativeQuery("select ID from NOTE where ID = 1", Note.class)
                .getSingleResult());

        assertThat(note.getText()).isEqualTo("first");
    }

    private static void assertIsWhole(Dog dog) {
        assertThat(dog.getName()).isEqualTo("Rex");
        assertThat(dog.getOwner().getName()).isEqualTo("Ann");
        assertThat(dog.getCollar().getColour()).isEqualTo("red");
    }
}
