package io.github.selfsame.eclipselink.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Maker;
import io.github.selfsame.eclipselink.kennel.Note;
import jakarta.persistence.EntityManager;
import org.eclipse.persistence.queries.CursoredStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persistence contexts that were at work before there was any map. */
class OlderContextTest extends KennelTest {

    private EntityManager older;
    private Dog own;

    @BeforeEach
    void beginWithoutMap() {
        activation.close();
        older = entityManager();
        older.getTransaction().begin();
        own = older.find(Dog.class, 1L);
        activation = maps.open();
    }

    @Test
    @DisplayName("R1, R18: what it has read before stays its own, what it reads from now on is canonical")
    void goesOnReading() {
        Dog canonical = read(em -> em.find(Dog.class, 2L));

        assertThat(older.find(Dog.class, 1L)).isSameAs(own);
        assertThat(statements(() -> assertThat(older.find(Dog.class, 2L)).isSameAs(canonical)))
                .isZero();
        Dog found = older.find(Dog.class, 3L);
        end();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 3L))).isSameAs(found);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isNotSameAs(own);
    }

    @Test
    @DisplayName("R7: what it persists first of all within the map is canonical after the commit")
    void persists() {
        Note note = new Note(7, "seventh");
        older.persist(note);
        end();

        assertThat(this.<Note>read(em -> em.find(Note.class, 7L))).isSameAs(note);
    }

    @Test
    @DisplayName("R7: so is what gets its key from the database")
    void persistsWithGeneratedKey() {
        Maker maker = new Maker("Cube");
        older.persist(maker);
        end();

        assertThat(this.<Maker>read(em -> em.find(Maker.class, maker.getId()))).isSameAs(maker);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("R3, R6: what it has changed before it knew the map makes the canonical instance stale")
    void commitsOlderChange(boolean isFlushed) {
        activation.close();
        older.find(Note.class, 1L).setText("changed");
        if (isFlushed) {
            older.flush();
        }
        activation = maps.open();
        Note canonical = read(em -> em.find(Note.class, 1L));
        end();

        assertThat(this.<Note>read(em -> em.find(Note.class, 1L))).isSameAs(canonical);
        assertThat(canonical.getText()).isEqualTo("changed");
    }

    @Test
    @DisplayName("R11: a statement that it executes within the map makes the canonical instances stale")
    void executesStatement() {
        Note canonical = read(em -> em.find(Note.class, 1L));
        older.createQuery("update Note n set n.text = 'all'").executeUpdate();
        end();

        assertThat(this.<Note>read(em -> em.find(Note.class, 1L))).isSameAs(canonical);
        assertThat(canonical.getText()).isEqualTo("all");
    }

    @Test
    @DisplayName("R11, R18: one that it executes under bypass does so, too")
    void executesStatementUnderBypass() {
        Note canonical = read(em -> em.find(Note.class, 1L));
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            older.createQuery("update Note n set n.text = 'all'").executeUpdate();
        }
        end();

        assertThat(this.<Note>read(em -> em.find(Note.class, 1L))).isSameAs(canonical);
        assertThat(canonical.getText()).isEqualTo("all");
    }

    @Test
    @DisplayName("R1: of a stream that was opened before the map, what is read within the map is canonical")
    void streams() {
        activation.close();
        CursoredStream dogs = (CursoredStream) older.createQuery("select d from Dog d order by d.id")
                .setHint("eclipselink.cursor.initial-size", 1)
                .setHint("eclipselink.cursor.page-size", 1)
                .getSingleResult();
        assertThat(dogs.next()).isSameAs(own);
        activation = maps.open();
        Dog canonical = read(em -> em.find(Dog.class, 2L));
        assertThat(dogs.next()).isSameAs(canonical);
        dogs.close();
        end();
    }

    private void end() {
        older.getTransaction().commit();
        older.close();
    }
}
