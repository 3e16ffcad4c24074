package io.github.selfsame.tests.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.tests.enterprise.beans.Shelf;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestEar;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ear")
class EnterpriseApplicationIT extends InContainerTest {

    @Inject
    private Counter counter;

    @Inject
    private Shelf shelf;

    @Inject
    private Prefetcher prefetcher;

    @Deployment
    static EnterpriseArchive application() {
        return TestEar.with("enterprise", EnterpriseApplicationIT.class, Shelf.class);
    }

    @Test
    @DisplayName("S4: the interceptor class works on a bean of a module with enterprise beans")
    void enterpriseModule() {
        List<Book> seen = shelf.lookTwice(1);

        assertThat(seen.get(1)).isSameAs(seen.get(0));
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("R1, S2: a map that begins in the web module is the one of the beans in the other module")
    void webModule() {
        List<Book> first = counter.ask(1);

        assertThat(first).hasSize(3);
        assertThat(first).allMatch(book -> book == first.get(0));
        assertThat(counter.ask(1)).hasSize(3).doesNotContain(first.get(0));
        assertThat(database.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("R7, R8: commits and rollbacks of the other module reach the map")
    void transactions() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(books.rename(1, "New")).isSameAs(book);
            assertThat(activation.map().contains(book)).isTrue();

            assertThatThrownBy(() -> books.renameAndFail(1, "Never")).hasRootCauseInstanceOf(DeliberateException.class);
            assertThat(activation.map().contains(book)).isFalse();
            assertThat(books.find(1).getTitle()).isEqualTo("New");
        }
        assertThat(database.title(1)).isEqualTo("New");
    }

    @Test
    @DisplayName("P1: a bean of the web module prefetches for entities of the other module")
    void prefetch() {
        try (IdentityMapActivation activation = maps.open()) {
            List<Book> all = books.all();
            long before = database.reads();

            prefetcher.prefetch(all, "author.books");

            assertThat(database.reads() - before).isEqualTo(2);
            assertThat(all).allMatch(book -> book.getAuthor().getBooks().contains(book));
            assertThat(database.reads() - before).isEqualTo(2);
            assertThat(activation.map().size()).isEqualTo(6);
        }
    }
}
