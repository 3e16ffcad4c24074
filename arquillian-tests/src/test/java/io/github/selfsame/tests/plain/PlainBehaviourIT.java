package io.github.selfsame.tests.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlainBehaviourIT extends InContainerTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("plain").with(PlainBehaviourIT.class);
    }

    @Test
    @DisplayName("R18: without a map two transactions build two objects, with a statement each")
    void twoObjects() {
        Book first = books.find(1);
        Book second = books.find(1);

        assertThat(second).isNotSameAs(first);
        assertThat(database.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("R18: what was read without a map is not given out by a map that begins later")
    void nothingIsRemembered() {
        Book before = books.find(1);

        try (IdentityMapActivation activation = maps.open()) {
            assertThat(activation.map().size()).isZero();
            assertThat(books.find(1)).isNotSameAs(before);
        }
    }

    @Test
    @DisplayName("R18: what was read in a map is not given out after it")
    void nothingStays() {
        Book before;
        try (IdentityMapActivation activation = maps.open()) {
            before = books.find(1);
            assertThat(activation.map().contains(before)).isTrue();
        }

        assertThat(books.find(1)).isNotSameAs(before);
        assertThat(books.manages(before)).isFalse();
    }

    @Test
    @DisplayName("R18: changes without a map are committed and rolled back as ever")
    void changes() {
        books.rename(1, "New");
        books.renameAndSetRollbackOnly(2, "Never");

        assertThat(database.title(1)).isEqualTo("New");
        assertThat(database.title(2)).isEqualTo("Two");
    }

    @Test
    @DisplayName("R18: within a bypass two transactions build two objects, and the map around it learns nothing")
    void bypass() {
        try (IdentityMapActivation around = maps.open()) {
            Book mapped = books.find(1);
            Book first;
            Book other;
            try (IdentityMapActivation bypass = maps.bypass()) {
                first = books.find(1);
                other = books.find(2);
                assertThat(maps.current()).isEmpty();
                assertThat(books.find(1)).isNotSameAs(first);
            }

            assertThat(first).isNotSameAs(mapped);
            assertThat(around.map().size()).isEqualTo(1);
            assertThat(books.find(1)).isSameAs(mapped);
            assertThat(books.find(2)).isNotSameAs(other);
        }
    }
}
