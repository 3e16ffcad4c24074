package io.github.selfsame.tests.demarcation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DemarcationIT extends InContainerTest {

    @Inject
    private UserTransactions userTransactions;

    @Inject
    private Outer outer;

    @Deployment
    static WebArchive application() {
        return TestWar.named("demarcation").andPlainUnit().with(DemarcationIT.class);
    }

    @Test
    @DisplayName("R1, R4: two transactions of one call manage one object, with one statement")
    void twoTransactionsOfOneCall() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            List<Book> found = userTransactions.findInTwoTransactions(1);

            assertThat(found).hasSize(2);
            assertThat(found.get(1)).isSameAs(found.get(0));
            assertThat(activation.map().contains(found.get(0))).isTrue();
        }
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("R7: a bean that commits itself commits the object of the map")
    void commit() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(userTransactions.renameAndCommit(1, "New")).isSameAs(book);

            assertThat(books.find(1)).isSameAs(book);
            assertThat(activation.map().contains(book)).isTrue();
            assertThat(database.title(1)).isEqualTo("New");
        }
    }

    @Test
    @DisplayName("R8: a bean that rolls back itself evicts what it changed")
    void rollback() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(userTransactions.renameAndRollBack(1, "Never")).isSameAs(book);

            forgotten(activation, book);
        }
    }

    @Test
    @Tag("timeouts")
    @DisplayName("R8: a transaction that runs into its timeout evicts what it changed, on whichever thread it ends")
    void timeout() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(userTransactions.renameTooSlowly(1, "Never")).isFalse();

            forgotten(activation, book);
            database.reset();
        }
    }

    @Test
    @Tag("timeouts")
    @DisplayName("R8: … and a unit without the library does not differ in what is written then")
    void timeoutWithoutTheLibrary() throws Exception {
        assertThat(userTransactions.renameTooSlowlyWithoutTheLibrary(1, "Never"))
                .isFalse();

        database.reset();
        assertThat(database.title(1)).isEqualTo("One");
    }

    @Test
    @DisplayName(
            "R3: what REQUIRES_NEW commits meanwhile is seen on the object once the transaction around it has ended")
    void requiresNew() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            Outer.Sight sight = outer.readAndRenameInside(1, "New");

            assertThat(sight.outer()).isSameAs(book);
            assertThat(sight.inner()).isNotSameAs(book);
            assertThat(books.find(1)).isSameAs(book);
            assertThat(book.getTitle()).isEqualTo("New");
            assertThat(activation.map().contains(book)).isTrue();
        }
    }

    @Test
    @DisplayName("R3: NOT_SUPPORTED in a transaction reads a copy, without what is not committed")
    void notSupported() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            Outer.Sight sight = outer.renameAndLookOutside(1, "New");

            assertThat(sight.outer()).isSameAs(book);
            assertThat(sight.inner()).isNotSameAs(book);
            assertThat(sight.innerTitle()).isEqualTo("One");
            assertThat(books.find(1)).isSameAs(book);
            assertThat(activation.map().statistics().contended()).isPositive();
        }
        assertThat(database.title(1)).isEqualTo("New");
    }

    @Test
    @DisplayName("R1: MANDATORY takes part in the transaction, and sees its object")
    void mandatory() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            Outer.Sight sight = outer.renameAndLookInside(1, "New");

            assertThat(sight.inner()).isSameAs(sight.outer()).isSameAs(book);
            assertThat(sight.innerTitle()).isEqualTo("New");
            assertThat(activation.map().statistics().contended()).isZero();
        }
    }

    private void forgotten(IdentityMapActivation activation, Book book) {
        assertThat(activation.map().contains(book)).isFalse();
        assertThat(books.find(1)).isNotSameAs(book);
        assertThat(books.find(1).getTitle()).isEqualTo("One");
        assertThat(database.title(1)).isEqualTo("One");
    }
}
