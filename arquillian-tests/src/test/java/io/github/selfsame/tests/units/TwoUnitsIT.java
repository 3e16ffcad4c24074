package io.github.selfsame.tests.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TwoUnitsIT extends InContainerTest {

    @Inject
    private PlainBooks plainBooks;

    @Inject
    private Instance<PlainReader> plainReaders;

    @Inject
    private Instance<MappedReader> mappedReaders;

    @Inject
    private Instance<ExtendedReader> extendedReaders;

    @Deployment
    static WebArchive application() {
        return TestWar.named("two-units").andPlainUnit().with(TwoUnitsIT.class);
    }

    @Test
    @DisplayName("R2, R18: a unit without the customizer works as ever, next to one with it")
    void plainUnit() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);
            Book plain = plainBooks.find(1);

            assertThat(plain).isNotSameAs(book);
            assertThat(plainBooks.find(1)).isNotSameAs(plain);
            assertThat(activation.map().size()).isEqualTo(1);
            assertThat(activation.map().contains(plain)).isFalse();
            assertThat(books.find(1)).isSameAs(book);
        }
        assertThat(database.reads()).isEqualTo(3);
    }

    @Test
    @DisplayName("R6: what the unit without the customizer commits is seen when a query brings the newer version")
    void commitsOfThePlainUnit() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            plainBooks.rename(1, "New");

            assertThat(books.all().get(0)).isSameAs(book);
            assertThat(book.getTitle()).isEqualTo("New");
            assertThat(activation.map().contains(book)).isTrue();
        }
    }

    @Test
    @DisplayName(
            "R3: an extended persistence context keeps its objects from call to call, with the library and without")
    void extended() {
        ExtendedReader reader = extendedReaders.get();

        assertThat(reader.findPlain(1)).isSameAs(reader.findPlain(1));
        assertThat(reader.find(1)).isSameAs(reader.find(1));
        reader.close();
    }

    @Test
    @DisplayName("S4: two transactions of a stateful bean have an object each, unless the server has it otherwise")
    void statefulTransactions() {
        // docs/servers.md tells which server gives a bean the extended persistence contexts of another one
        assertThat(givesOneObjectInTwoCalls(mappedReaders.get()))
                .isEqualTo(givesOneObjectInTwoCalls(plainReaders.get()));
    }

    private static boolean givesOneObjectInTwoCalls(KeepingReader reader) {
        assertThat(reader.read(1)).isTrue();
        Book first = reader.last();
        assertThat(reader.read(1)).isTrue();
        Book second = reader.last();
        reader.close();
        return second == first;
    }
}
