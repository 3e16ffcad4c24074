package io.github.selfsame.tests.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransactionsIT extends InContainerTest {

    @Inject
    private NamedInterceptorRenaming namedInterceptor;

    @Inject
    private BoundRenaming bound;

    @Inject
    private NewMapRenaming newMap;

    @Inject
    private BypassRenaming bypass;

    @Inject
    private TransactionalRenaming transactional;

    @Deployment
    static WebArchive application() {
        return TestWar.named("transactions").with(TransactionsIT.class);
    }

    @Test
    @DisplayName("R7: a persisted object is canonical after its commit")
    void persisted() {
        try (IdentityMapActivation activation = maps.open()) {
            Book added = books.add(10, "Ten");
            long before = database.reads();

            assertThat(activation.map().contains(added)).isTrue();
            assertThat(books.find(10)).isSameAs(added);
            assertThat(books.manages(added)).isTrue();
            assertThat(database.reads() - before).isZero();
        }
        assertThat(database.title(10)).isEqualTo("Ten");
    }

    @Test
    @DisplayName("R7, B7: a removed row is gone after the commit, and persisting its id again gives a new object")
    void removed() {
        try (IdentityMapActivation activation = maps.open()) {
            Book removed = books.find(3);
            books.remove(3);

            assertThat(activation.map().contains(removed)).isFalse();
            assertThat(books.find(3)).isNull();

            Book again = books.add(3, "Three again");
            assertThat(again).isNotSameAs(removed);
            assertThat(books.find(3)).isSameAs(again);
        }
    }

    @Test
    @DisplayName("R8, B6: a transaction that an exception rolls back evicts what it changed, and nothing else")
    void rolledBackByException() {
        try (IdentityMapActivation activation = maps.open()) {
            Book changed = books.find(1);
            Book untouched = books.find(2);

            assertThatThrownBy(() -> books.renameAndFail(1, "Never")).hasRootCauseInstanceOf(DeliberateException.class);

            rolledBack(activation.map(), changed, untouched);
        }
    }

    @Test
    @DisplayName("R8: a transaction that is set to roll back evicts what it changed, and nothing else")
    void setRollbackOnly() {
        try (IdentityMapActivation activation = maps.open()) {
            Book changed = books.find(1);
            Book untouched = books.find(2);

            books.renameAndSetRollbackOnly(1, "Never");

            rolledBack(activation.map(), changed, untouched);
        }
    }

    @Test
    @DisplayName("R8: a commit that the database refuses, after the interceptor has returned, evicts what was changed")
    void failedCommit() {
        try (IdentityMapActivation activation = maps.open()) {
            Book changed = books.find(1);
            Book untouched = books.find(2);

            assertThatThrownBy(() -> bound.rename(1, "Two")).isInstanceOf(RuntimeException.class);

            rolledBack(activation.map(), changed, untouched);
        }
    }

    @Test
    @DisplayName("R8: an object whose insertion was rolled back is not canonical")
    void rolledBackInsertion() {
        try (IdentityMapActivation activation = maps.open()) {
            assertThatThrownBy(() -> books.add(10, "One")).isInstanceOf(RuntimeException.class);

            assertThat(activation.map().find(Book.class, 10L)).isNull();
            assertThat(books.find(10)).isNull();
        }
    }

    @Test
    @DisplayName("R7: what commits after the end of the map that the call opened is committed all the same")
    void commitAfterTheMap() {
        Renaming.Outcome named = namedInterceptor.rename(1, "New one");
        Renaming.Outcome bound = this.bound.rename(2, "New two");

        for (Renaming.Outcome outcome : new Renaming.Outcome[] {named, bound}) {
            assertThat(outcome.map().map(IdentityMap::isOpen)).contains(false);
            assertThat(outcome.map().map(IdentityMap::size)).contains(0);
            assertThat(outcome.book().getVersion()).isEqualTo(2);
        }
        assertThat(database.title(1)).isEqualTo("New one");
        assertThat(database.title(2)).isEqualTo("New two");
    }

    @Test
    @DisplayName("R7: what commits after the interceptor has returned is canonical in the map around it")
    void commitAfterTheInterceptor() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            for (Renaming renaming : new Renaming[] {namedInterceptor, bound, transactional}) {
                String title = "By " + renaming.getClass().getSimpleName();
                int version = book.getVersion();

                assertThat(renaming.rename(1, title).book()).isSameAs(book);

                assertThat(activation.map().contains(book)).isTrue();
                assertThat(books.find(1)).isSameAs(book);
                assertThat(book.getTitle()).isEqualTo(title);
                assertThat(book.getVersion()).isEqualTo(version + 1);
                assertThat(database.title(1)).isEqualTo(title);
            }
        }
    }

    @Test
    @DisplayName("R3, R7: a map of its own that ends before the commit leaves the one around it with the truth")
    void commitAfterANestedMap() {
        try (IdentityMapActivation activation = maps.open()) {
            Book before = books.find(1);

            assertThat(newMap.rename(1, "New").book()).isNotSameAs(before);

            assertThat(database.title(1)).isEqualTo("New");
            assertThat(books.all().get(0).getTitle()).isEqualTo("New");
            assertThat(activation.map().isOpen()).isTrue();
        }
    }

    @Test
    @DisplayName("R18: what a bypass commits after its end makes the map around it read again")
    void commitAfterABypass() {
        try (IdentityMapActivation activation = maps.open()) {
            Book before = books.find(1);

            assertThat(bypass.rename(1, "New").book()).isNotSameAs(before);

            Book after = books.find(1);
            assertThat(after.getTitle()).isEqualTo("New");
            assertThat(activation.map().contains(after)).isTrue();
            assertThat(database.title(1)).isEqualTo("New");
        }
    }

    private void rolledBack(IdentityMap map, Book changed, Book untouched) {
        assertThat(map.contains(changed)).isFalse();
        assertThat(books.find(1)).isNotSameAs(changed);
        assertThat(books.find(1).getTitle()).isEqualTo("One");
        assertThat(books.find(2)).isSameAs(untouched);
        assertThat(database.title(1)).isEqualTo("One");
    }
}
