package io.github.selfsame.tests.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainedCustomizerIT extends InContainerTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("chained-customizer")
                .unitProperty("selfsame.session.customizer", NotingCustomizer.class.getName())
                .with(ChainedCustomizerIT.class);
    }

    @Test
    @DisplayName("R1: a customizer that the unit already has is called, and the library works")
    void chained() {
        assertThat(NotingCustomizer.calls()).isPositive();
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(books.find(1)).isSameAs(book);
            assertThat(activation.map().contains(book)).isTrue();
        }
    }
}
