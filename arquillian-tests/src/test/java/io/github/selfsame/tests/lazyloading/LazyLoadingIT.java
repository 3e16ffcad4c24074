package io.github.selfsame.tests.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.LazyLoadingException;
import io.github.selfsame.tests.model.Author;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LazyLoadingIT extends InContainerTest {

    @Inject
    private PeersReader reader;

    @Deployment
    static WebArchive application() {
        return TestWar.named("lazy-loading").with(LazyLoadingIT.class);
    }

    @Test
    @DisplayName(
            "P13: within a transaction peers load an association in one statement, without them each takes its own")
    void managed() {
        assertThat(reader.authors()).containsExactly("Iris", "Iris", "Iris", "Jean");
        assertThat(database.reads()).isEqualTo(2);

        database.reset();
        assertThat(reader.authorsOneByOne()).containsExactly("Iris", "Iris", "Iris", "Jean");
        assertThat(database.reads()).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "P13, R1: peers that no transaction manages any more load in one statement for each level, in both directions")
    void free() {
        try (IdentityMapActivation activation = open(LazyLoading.PEERS)) {
            List<Book> all = books.all();

            assertThat(all)
                    .extracting(book -> book.getAuthor().getName())
                    .containsExactly("Iris", "Iris", "Iris", "Jean");
            assertThat(database.reads()).isEqualTo(2);

            assertThat(all).allSatisfy(book -> assertThat(book.getAuthor().getBooks())
                    .anySatisfy(other -> assertThat(other).isSameAs(book)));
            assertThat(database.reads()).isEqualTo(3);
            assertThat(activation.map().size()).isEqualTo(6);
        }
    }

    @Test
    @DisplayName("P13, P8: peers write nothing when a later transaction commits them")
    void neverDirty() {
        try (IdentityMapActivation activation = open(LazyLoading.PEERS)) {
            List<Book> all = books.all();
            Author author = all.get(0).getAuthor();
            assertThat(author.getBooks()).hasSize(3);

            books.rename(4, "New");

            assertThat(books.all()).extracting(Book::getVersion).containsExactly(1, 1, 1, 2);
            assertThat(activation.map().contains(author)).isTrue();
        }
    }

    @Test
    @DisplayName("P13: a map that raises does not load, and names the attribute")
    void raise() {
        try (IdentityMapActivation activation = open(LazyLoading.RAISE)) {
            Book book = books.find(1);

            assertThatExceptionOfType(LazyLoadingException.class)
                    .isThrownBy(() -> book.getAuthor().getName())
                    .withMessageContaining("author");
            assertThat(database.reads()).isEqualTo(1);
            assertThat(activation.map().contains(book)).isTrue();
        }
    }

    private IdentityMapActivation open(LazyLoading lazyLoading) {
        return maps.open(IdentityMapOptions.DEFAULTS.with(lazyLoading));
    }
}
