package io.github.selfsame.eclipselink.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.model.Animal;
import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that refresh what they bring. */
class RefreshingQueryTest extends ModelTest {

    private static List<Person> refresh(EntityManager em) {
        return em.createQuery("select p from Person p order by p.id", Person.class)
                .setHint("eclipselink.refresh", true)
                .getResultList();
    }

    private static void refresh(EntityManager em, boolean inTransaction) {
        if (inTransaction) {
            inTransactionOf(em, () -> refresh(em));
        } else {
            refresh(em);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("P9, R10: a refreshing query takes no more statements if the map knows some of what it brings")
    void someKnown(boolean inTransaction) {
        assertNoMoreStatements(em -> em.find(Person.class, 1L), em -> refresh(em, inTransaction));
        assertNoMoreStatements(em -> em.find(Person.class, 2L), em -> refresh(em, inTransaction));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "R10: a refreshing query takes as many statements as without the map if the map knows nothing of what it brings")
    void nothingKnown(boolean inTransaction) {
        assertSameStatements(em -> refresh(em, inTransaction));
    }

    @Test
    @DisplayName("R10: so does one in a transaction that has written what it brings")
    void written() {
        assertSameStatements(em -> inTransactionOf(em, () -> {
            em.persist(new Person(100L));
            em.flush();
            em.clear();
            refresh(em);
        }));
    }

    @Test
    @DisplayName("P9, R8: nor if a rollback has given up some of it")
    void someGivenUp() {
        assertNoMoreStatements(
                em -> inTransactionOf(em, () -> {
                    em.find(Person.class, 1L);
                    em.find(Person.class, 2L).setName("other");
                }),
                RefreshingQueryTest::refresh);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("P9, R10: nor if associations of it were loaded before")
    void allLoaded(boolean inTransaction) {
        assertNoMoreStatements(
                em -> em.createQuery("select p from Person p", Person.class)
                        .getResultList()
                        .forEach(person -> {
                            load(person.getPets());
                            load(person.getTags());
                            assertThat(person.getBoss()).isNotSameAs(person);
                            assertThat(person.getPassport()).isNotSameAs(person);
                        }),
                em -> refresh(em, inTransaction));
    }

    @Test
    @DisplayName(
            "P9, R10: nor does a prefetch of references that are to be refreshed when they are loaded, since their owners were")
    void prefetched() {
        read(em -> {
            List<Invoice> invoices = em.createQuery("select i from Invoice i", Invoice.class)
                    .setHint("eclipselink.refresh", true)
                    .getResultList();
            assertThat(invoices).hasSizeGreaterThan(1);
            database.forget();
            em.createQuery("select i from Invoice i", Invoice.class)
                    .setHint(SelfsameHints.PREFETCH, "ticket")
                    .getResultList()
                    .forEach(invoice -> assertThat(invoice.getTicket()).isNotNull());
            assertThat(database.statements()).hasSizeLessThanOrEqualTo(1 + invoices.size());
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("R10, R1: a refreshing query brings the row into the instance; what was loaded of it is loaded anew")
    void bringsWhatIsThere(boolean inTransaction) {
        Person ann = read(em -> {
            Person found = em.find(Person.class, 1L);
            load(found.getPets());
            load(found.getTags());
            return found;
        });
        database.execute("update Person set name = 'Neo' where id = 1");
        database.execute("update Animal set owner_id = null");
        database.execute("delete from Person_tags");

        read(em -> {
            refresh(em, inTransaction);
            return null;
        });
        assertThat(ann.getName()).isEqualTo("Neo");
        read(em -> {
            Person found = em.find(Person.class, 1L);
            assertThat(found).isSameAs(ann);
            assertThat(found.getPets()).extracting(Animal::getName).isEmpty();
            assertThat(found.getTags()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("R10, R5: what a user has changed meanwhile is not in what a refreshing query brings")
    void overwritesNothing() {
        Person ann = read(em -> em.find(Person.class, 1L));
        ann.setName("mine");
        read(em -> {
            Person found = refresh(em).get(0);
            assertThat(found).isNotSameAs(ann);
            assertThat(found.getName()).isNotEqualTo("mine");
            return null;
        });
        assertThat(ann.getName()).isEqualTo("mine");
    }
}
