package io.github.selfsame.eclipselink.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.DivergentInstanceException;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OptionsTest extends KennelTest {

    @Test
    @DisplayName("R6: by default a query brings an instance with an older version up to date in place")
    void versionedQuery() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        changeBehindTheBack();

        List<Dog> dogs = read(em ->
                em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList());
        assertThat(dogs.get(0)).isSameAs(dog);
        // the shared cache answers as it does without the map
        assertThat(dog.getName()).isEqualTo(SHARED_CACHE ? "Rex" : "Max");
    }

    @Test
    @DisplayName("R6: by default a find is repeatable, and inside a transaction an update rests on the version")
    void versionedFind() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        changeBehindTheBack();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Rex");
        assertThatThrownBy(() -> transact(em -> em.find(Dog.class, 1L).setName("Lost")))
                .isInstanceOf(jakarta.persistence.RollbackException.class);
    }

    @Test
    @DisplayName("R6: without a version a read inside a transaction takes the row's state, into the same object")
    void unversioned() {
        Note note = read(em -> em.find(Note.class, 1L));
        database.execute("update Note set text = 'changed' where id = 1");

        assertThat(this.<Note>read(em -> em.find(Note.class, 1L))).isSameAs(note);
        assertThat(note.getText()).isEqualTo("first");
        transact(em -> {
            assertThat(em.find(Note.class, 1L)).isSameAs(note);
            // the shared cache answers as it does without the map
            assertThat(note.getText()).isEqualTo(SHARED_CACHE ? "first" : "changed");
        });
    }

    @Test
    @DisplayName("R6: REPEATABLE keeps what was read first")
    void repeatable() {
        reopen(IdentityMapOptions.DEFAULTS.with(Freshness.REPEATABLE));
        Dog dog = read(em -> em.find(Dog.class, 1L));
        Note note = read(em -> em.find(Note.class, 1L));
        changeBehindTheBack();
        database.execute("update Note set text = 'changed' where id = 1");

        assertThat(statements(() -> transact(em -> {
                    assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
                    assertThat(em.find(Note.class, 1L)).isSameAs(note);
                })))
                .isZero();
        transact(em -> em.createQuery("select d from Dog d", Dog.class).getResultList());
        assertThat(dog.getName()).isEqualTo("Rex");
        assertThat(note.getText()).isEqualTo("first");
    }

    @Test
    @DisplayName("R6: REVALIDATED reads again in every new transaction, into the same object")
    void revalidated() {
        reopen(IdentityMapOptions.DEFAULTS.with(Freshness.REVALIDATED));
        Dog dog = read(em -> em.find(Dog.class, 1L));
        load(dog.getToys());
        changeBehindTheBack();
        database.execute("delete from Dog_Toy where dogs_id = 1");
        factory.getCache().evictAll();

        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(dog.getName()).isEqualTo("Max");
            assertThat(dog.getToys()).isEmpty();
        });
        assertThat(statements(() -> read(em -> em.find(Dog.class, 1L)))).isZero();
    }

    @Test
    @DisplayName("R5: RESTORE takes a changed instance's state from the database again, in place")
    void restore() {
        reopen(IdentityMapOptions.DEFAULTS.with(Divergence.RESTORE));
        Dog dog = read(em -> em.find(Dog.class, 1L));
        dog.setName("Ghost");
        dog.getCollar().setColour("green");
        dog.getToys().clear();

        transact(em -> assertThat(em.find(Dog.class, 1L)).isSameAs(dog));
        assertThat(dog.getName()).isEqualTo("Rex");
        assertThat(dog.getCollar().getColour()).isEqualTo("red");
        assertThat(dog.getToys()).hasSize(3);
        assertThat(activation.map().statistics().divergent()).isEqualTo(1);
    }

    @Test
    @DisplayName("R5: FAIL names the entity and what was changed, and nothing is lost")
    void fail() {
        reopen(IdentityMapOptions.DEFAULTS.with(Divergence.FAIL));
        Dog dog = read(em -> em.find(Dog.class, 1L));
        dog.setName("Ghost");

        assertThatThrownBy(() -> read(em -> em.find(Dog.class, 1L)))
                .isInstanceOf(DivergentInstanceException.class)
                .hasMessageContainingAll("SELFSAME002002", Dog.class.getName(), "primary key 1", "name");
        assertThat(dog.getName()).isEqualTo("Ghost");
        Dog merged = inTransaction(em -> em.merge(dog));
        assertThat(merged.getName()).isEqualTo("Ghost");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(merged);
    }

    private void changeBehindTheBack() {
        database.execute("update Dog set name = 'Max', version = version + 1 where id = 1");
    }
}
