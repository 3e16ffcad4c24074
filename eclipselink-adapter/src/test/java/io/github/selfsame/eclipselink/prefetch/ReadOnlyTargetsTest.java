package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.model.Book;
import io.github.selfsame.eclipselink.model.ModelTest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** References to entities that nobody manages. */
class ReadOnlyTargetsTest extends ModelTest {

    @BeforeEach
    void referToLaws() {
        database.execute("update Book set law_id = id");
    }

    @Test
    @DisplayName(
            "P9, R13: a prefetch of references to read-only entities takes no more statements than to load them lazily")
    void prefetched() {
        int lazily = statements(() -> read(LazyLoading.ONE, books -> books.forEach(ReadOnlyTargetsTest::touch)));
        assertThat(statements(() -> read(LazyLoading.ONE, books -> {
                    prefetch(books, "law");
                    books.forEach(ReadOnlyTargetsTest::touch);
                })))
                .isLessThanOrEqualTo(lazily);
    }

    @Test
    @DisplayName("P13, R13: nor does it take more for peers, be one touched or all")
    void forPeers() {
        int one = statements(() -> read(LazyLoading.ONE, books -> touch(books.get(0))));
        int all = statements(() -> read(LazyLoading.ONE, books -> books.forEach(ReadOnlyTargetsTest::touch)));
        assertThat(statements(() -> read(LazyLoading.PEERS, books -> touch(books.get(0)))))
                .isLessThanOrEqualTo(one);
        assertThat(statements(() -> read(LazyLoading.PEERS, books -> books.forEach(ReadOnlyTargetsTest::touch))))
                .isLessThanOrEqualTo(all);
    }

    private static void touch(Book book) {
        assertThat(book.getLaw().getName()).isEqualTo("law" + book.getId());
    }

    private void read(LazyLoading mode, Consumer<List<Book>> work) {
        factory.getCache().evictAll();
        reopen(IdentityMapOptions.DEFAULTS.with(mode));
        transact(em -> work.accept(
                em.createQuery("select b from Book b order by b.id", Book.class).getResultList()));
    }
}
