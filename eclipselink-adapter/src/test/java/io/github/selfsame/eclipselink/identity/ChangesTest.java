package io.github.selfsame.eclipselink.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.model.Address;
import io.github.selfsame.eclipselink.model.Book;
import io.github.selfsame.eclipselink.model.Geo;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a change, on an entity whose changes EclipseLink finds by comparing, woven or not. */
class ChangesTest extends ModelTest {

    @Test
    @DisplayName("R8: to find out whether something was changed takes no statement")
    void comparingTakesNoStatement() {
        Person person = read(em -> em.find(Person.class, 2L));
        int expected = statements(() -> read(em -> em.find(Person.class, 3L)));
        int statements = statements(() -> {
            var em = entityManager();
            Person changed = em.find(Person.class, 2L);
            Address address = new Address();
            address.setGeo(new Geo());
            changed.setAddress(address);
            changed.setTags(new java.util.HashSet<>());
            em.close();
        });

        assertThat(expected).isPositive();
        assertThat(statements).isZero();
        assertThat(this.<Person>read(em -> em.find(Person.class, 2L))).isNotSameAs(person);
    }

    @Test
    @DisplayName("R5: a reference that was assigned while detached makes the instance divergent")
    void assignedReference() {
        Person person = read(em -> em.find(Person.class, 2L));
        person.setBoss(null);
        Person after = inTransaction(em -> em.find(Person.class, 2L));

        assertThat(after).isNotSameAs(person);
        assertThat(after.getBoss()).isNotNull();
    }

    @Test
    @DisplayName("R5: loading an association while detached is no change")
    void loadedReference() {
        Person person = read(em -> em.find(Person.class, 2L));
        assertThat(person.getBoss()).isNotNull();
        load(person.getTags());

        assertThat(this.<Person>inTransaction(em -> em.find(Person.class, 2L))).isSameAs(person);
    }

    /** What a client sends back as it has got it. */
    private Book unchanged() {
        return readWithoutMap(em -> {
            Book book = em.find(Book.class, 2L);
            load(book.getPages());
            assertThat(book.getAuthor()).isNotNull();
            return book;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("R7, R8: what is merged and found to be no change leaves the instance where it is after a commit")
    void merged(boolean changes) {
        Book detached = unchanged();
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Book book = em.merge(detached);
        em.getTransaction().commit();
        if (changes) {
            book.setName("never written");
        }
        em.close();

        Book after = read(other -> other.find(Book.class, 2L));
        assertThat(after == book).isNotEqualTo(changes);
        assertThat(after.getName()).isEqualTo(detached.getName());
    }
}
