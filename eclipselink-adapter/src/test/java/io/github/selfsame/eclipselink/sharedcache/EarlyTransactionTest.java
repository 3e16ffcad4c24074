package io.github.selfsame.eclipselink.sharedcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.model.Author;
import io.github.selfsame.eclipselink.model.Book;
import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Ticket;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Persistence contexts that read through the connection of their transaction, since that may have written. EclipseLink goes on to look
 * into its shared cache, but for types to which the transaction has written.
 */
class EarlyTransactionTest extends ModelTest {

    @Test
    @DisplayName("P9, P13, R14: a reference to what the shared cache has takes no statement for peers either")
    void referenceOfPeers() {
        assertNoMoreStatements(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS), em -> {}, em -> {
            // manages the tickets as long as the other one works, which therefore can't have the same instances
            em.createQuery("select t from Ticket t", Ticket.class).getResultList();
            EntityManager other = entityManager();
            inTransactionOf(other, () -> {
                List<Invoice> invoices = invoices(other);
                assertThat(invoices.get(0).getTicket()).isNotNull();
            });
        });
    }

    @Test
    @DisplayName("P9, P13, R11, R14: so it is after a statement that has changed rows of another type")
    void referenceOfPeersAfterBulk() {
        assertNoMoreStatements(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS), em -> {}, em -> {
            // manages the people as long as the other one works
            em.createQuery("select p from Person p", Person.class).getResultList();
            EntityManager other = entityManager();
            inTransactionOf(other, () -> {
                other.createQuery("delete from Track t where t.name = 'none'").executeUpdate();
                other.createQuery("select p from Passport p", Passport.class)
                        .getResultList()
                        .forEach(Passport::getPerson);
            });
        });
    }

    @Test
    @DisplayName(
            "R11, P13: what a statement has changed is read from the database for peers, whatever the shared cache has")
    void referenceOfPeersChangedInBulk() {
        assumeTrue(WOVEN, "an eager reference is not loaded for peers");
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        entityManager().createQuery("select p from Person p", Person.class).getResultList();
        EntityManager other = entityManager();
        inTransactionOf(other, () -> {
            other.createQuery("update Person p set p.name = 'bulk'").executeUpdate();
            assertThat(other.createQuery("select p from Passport p", Passport.class)
                            .getResultList())
                    .extracting(passport -> passport.getPerson().getName())
                    .containsOnly("bulk");
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Invoice> invoices(EntityManager em) {
        return em.createNativeQuery("select * from Invoice order by id", Invoice.class)
                .getResultList();
    }

    @Test
    @DisplayName("P9, R14, R20: a batch takes no statement for what the shared cache has, after a commit either")
    void batch() {
        assertNoMoreStatements(
                em -> {
                    em.getTransaction().begin();
                    Book book = em.find(Book.class, 1L);
                    book.setAuthor(em.find(Author.class, 3 - book.getAuthor().getId()));
                    em.getTransaction().commit();
                },
                em -> inTransactionOf(em, () -> {
                    em.find(Book.class, 2L, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
                    em.createQuery("select b from Book b", Book.class)
                            .setHint("eclipselink.batch", "b.author")
                            .setHint("eclipselink.batch.type", "IN")
                            .getResultList()
                            .forEach(Book::getAuthor);
                }));
    }

    @Test
    @DisplayName("R8, R14: what the transaction has written is not taken from the shared cache")
    void written() {
        read(em -> em.find(Ticket.class, 1L));
        EntityManager em = entityManager();
        inTransactionOf(em, () -> {
            em.find(Ticket.class, 1L).setName("changed");
            em.flush();
            em.clear();
            prefetch(invoices(em), "ticket");
            assertThat(em.find(Ticket.class, 1L).getName()).isEqualTo("changed");
        });
        read(other -> {
            assertThat(other.find(Ticket.class, 1L).getName()).isNotEqualTo("changed");
            return null;
        });
    }
}
