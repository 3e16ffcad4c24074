package io.github.selfsame.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.tests.model.Author;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityIT extends InContainerTest {

    @Inject
    private Clerk clerk;

    @Inject
    private Writer writer;

    @Inject
    private Prefetcher prefetcher;

    @Deployment
    static WebArchive application() {
        return TestWar.named("identity").with(IdentityIT.class);
    }

    @Test
    @DisplayName("R1: two transactions find one object, with one statement")
    void transactions() {
        try (IdentityMapActivation activation = maps.open()) {
            Book first = books.find(1);
            Book second = books.find(1);

            assertThat(second).isSameAs(first);
            assertThat(activation.map().contains(first)).isTrue();
        }
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "R9: a server that clears EntityManagers instead of closing them keeps identity outside transactions too")
    void outsideTransactions() {
        try (IdentityMapActivation activation = maps.open()) {
            Book first = clerk.findOutsideTransaction(1);

            assertThat(clerk.findOutsideTransaction(1)).isSameAs(first);
            assertThat(books.find(1)).isSameAs(first);
        }
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("R9: … and what queries give outside transactions is known afterwards")
    void queriesOutsideTransactions() {
        try (IdentityMapActivation activation = maps.open()) {
            Book second = clerk.findOutsideTransaction(2);

            List<Book> all = clerk.allOutsideTransaction();

            assertThat(all).hasSize(4);
            assertThat(all.get(1)).isSameAs(second);
            assertThat(clerk.allOutsideTransaction().get(3)).isSameAs(all.get(3));
            assertThat(books.find(4)).isSameAs(all.get(3));
        }
    }

    @Test
    @DisplayName("R9: an application that clears its EntityManager gets a new object afterwards")
    void clear() {
        try (IdentityMapActivation activation = maps.open()) {
            List<Book> books = clerk.findClearAndFind(1);

            assertThat(books.get(1)).isNotSameAs(books.get(0));
            assertThat(activation.map().contains(books.get(0))).isFalse();
        }
    }

    @Test
    @DisplayName("R1: the EntityManagers of two services, and one that the application manages, find one object")
    void entityManagers() {
        try (IdentityMapActivation activation = maps.open();
                EntityManager applicationManaged = database.applicationManagedEntityManager()) {
            Book first = books.find(1);

            assertThat(clerk.find(1)).isSameAs(first);
            assertThat(applicationManaged.find(Book.class, 1L)).isSameAs(first);
        }
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("R1: a query gives the objects that were found by key, and the other way round")
    void queries() {
        try (IdentityMapActivation activation = maps.open()) {
            Book second = books.find(2);

            List<Book> all = books.all();

            assertThat(all).hasSize(4);
            assertThat(all.get(1)).isSameAs(second);
            assertThat(books.find(4)).isSameAs(all.get(3));
            assertThat(activation.map().size()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    @DisplayName(
            "R1: an association gives the object that was found by key, and its inverse side the ones that led to it")
    void associations() {
        try (IdentityMapActivation activation = maps.open()) {
            Author iris = books.findAuthor(1);
            Book first = books.find(1);

            assertThat(books.authorOf(1)).isSameAs(iris);
            assertThat(first.getAuthor()).isSameAs(iris);
            assertThat(iris.getBooks()).hasSize(3);
            assertThat(iris.getBooks().get(0)).isSameAs(first);
            assertThat(activation.map().contains(iris)).isTrue();
        }
    }

    @Test
    @DisplayName("R3: a transaction within a transaction gets a copy of its own, without what is not committed")
    void contended() {
        try (IdentityMapActivation activation = maps.open()) {
            Book canonical = books.find(1);

            Writer.Sight sight = writer.renameAndAskTheClerk(1, "New");

            assertThat(sight.own()).isSameAs(canonical);
            assertThat(sight.clerks()).isNotSameAs(canonical);
            assertThat(sight.clerksTitle()).isEqualTo("One");
            assertThat(activation.map().statistics().contended()).isEqualTo(1);
            assertThat(books.find(1)).isSameAs(canonical);
        }
    }

    @Test
    @DisplayName("R4: a later transaction manages the object, and its changes are committed")
    void adoption() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(books.manages(book)).isTrue();
            assertThat(books.rename(1, "New")).isSameAs(book);

            assertThat(book.getTitle()).isEqualTo("New");
            assertThat(database.title(1)).isEqualTo("New");
            assertThat(activation.map().statistics().adoptions()).isPositive();
        }
    }

    @Test
    @DisplayName("R6: a query that brings a newer row brings the object up to date in place")
    void freshness() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);
            database.retitle(1, "From elsewhere");

            assertThat(books.all().get(0)).isSameAs(book);
            assertThat(book.getTitle()).isEqualTo("From elsewhere");
            assertThat(activation.map().contains(book)).isTrue();
        }
    }

    @Test
    @DisplayName("R1: twenty service calls that find the same books take a statement for each book")
    void manyCalls() {
        try (IdentityMapActivation activation = maps.open()) {
            for (int call = 0; call < 20; call++) {
                for (long id = 1; id <= 4; id++) {
                    assertThat(books.find(id).getId()).isEqualTo(id);
                }
            }
            assertThat(activation.map().size()).isGreaterThanOrEqualTo(4);
        }
        assertThat(database.reads()).isEqualTo(4);
    }

    @Test
    @DisplayName("P1: prefetching takes a statement for each association, and touching what it loaded takes none")
    void prefetch() {
        try (IdentityMapActivation activation = maps.open()) {
            List<Book> all = books.all();
            long before = database.reads();

            prefetcher.prefetch(all, "author.books");
            assertThat(database.reads() - before).isEqualTo(2);

            for (Book book : all) {
                assertThat(book.getAuthor().getName()).isNotEmpty();
                assertThat(book.getAuthor().getBooks()).contains(book);
            }
            assertThat(database.reads() - before).isEqualTo(2);
            assertThat(activation.map().size()).isEqualTo(6);
        }
    }
}
