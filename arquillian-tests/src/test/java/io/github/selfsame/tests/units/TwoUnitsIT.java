package io.github.selfsame.tests.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TwoUnitsIT extends InContainerTest {

    @Inject
    private PlainBooks plainBooks;

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
}
