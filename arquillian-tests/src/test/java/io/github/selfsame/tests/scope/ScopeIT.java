package io.github.selfsame.tests.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapClosedException;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopeIT extends InContainerTest {

    @Inject
    private Shop shop;

    @Inject
    private Basket basket;

    @Inject
    private Journal journal;

    @Inject
    private IdentityMap currentMap;

    @Deployment
    static WebArchive application() {
        return TestWar.named("scope").with(ScopeIT.class);
    }

    @BeforeEach
    void clearJournal() {
        journal.clear();
    }

    @Test
    @DisplayName("S1, D1: after the call its map is closed and holds nothing")
    void endOfCall() {
        IdentityMap map = shop.map();

        assertThat(maps.current()).isEmpty();
        assertThat(map.isOpen()).isFalse();
        assertThat(map.size()).isZero();
        assertThatThrownBy(() -> map.find(Book.class, 1L)).isInstanceOf(IdentityMapClosedException.class);
    }

    @Test
    @DisplayName("S1, D1: after a call that threw its map is closed and holds nothing")
    void endByException() {
        AtomicReference<IdentityMap> map = new AtomicReference<>();

        assertThatThrownBy(() -> shop.fail(map)).hasRootCauseInstanceOf(DeliberateException.class);

        assertThat(maps.current()).isEmpty();
        assertThat(map.get().isOpen()).isFalse();
        assertThat(map.get().size()).isZero();
    }

    @Test
    @DisplayName("S2: all beans of a call see one instance of an @IdentityMapScoped bean, the next call another one")
    void oneInstanceForEachMap() {
        assertThat(shop.buy(1, 2)).hasSize(2);
        assertThat(shop.buy(3)).hasSize(1);

        assertThat(journal.entries())
                .filteredOn(entry -> entry.startsWith("basket"))
                .containsExactly("basket begins", "basket ends with 2", "basket begins", "basket ends with 1");
    }

    @Test
    @DisplayName("S2, D1: an @IdentityMapScoped bean is destroyed after a call that threw, too")
    void destroyedAfterException() {
        assertThatThrownBy(() -> shop.buyAndFail(1)).hasRootCauseInstanceOf(DeliberateException.class);

        assertThat(journal.entries()).contains("basket ends with 1");
    }

    @Test
    @DisplayName("S2: the events of the scope are fired in their order, with the map as payload")
    void events() {
        try (IdentityMapActivation activation = maps.open()) {
            basket.put(books.find(1));

            assertThat(journal.maps()).isNotEmpty().allMatch(map -> map == activation.map());
        }

        assertThat(journal.entries())
                .containsExactly(
                        "map begins", "basket begins", "map is about to end", "basket ends with 1", "map has ended");
    }

    @Test
    @DisplayName("S3: the injected map is the current one")
    void injectedMap() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(currentMap.contains(book)).isTrue();
            assertThat(currentMap.size()).isEqualTo(activation.map().size());
        }
    }

    @Test
    @DisplayName("S3: without a map the injected one throws an exception that says how to start one")
    void injectedWithoutMap() {
        assertThatThrownBy(() -> currentMap.size())
                .isInstanceOf(ContextNotActiveException.class)
                .hasMessageContaining("@UseIdentityMap");
        assertThatThrownBy(() -> basket.content()).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    @DisplayName("S5, S6: a map that a program keeps gives the same objects when it is resumed")
    void resumed() {
        Book before;
        try (IdentityMap kept = maps.create()) {
            try (IdentityMapActivation first = maps.resume(kept)) {
                before = books.find(1);
                assertThat(first.map()).isSameAs(kept);
            }
            assertThat(maps.current()).isEmpty();
            assertThat(books.find(1)).isNotSameAs(before);
            try (IdentityMapActivation second = maps.resume(kept)) {
                assertThat(second.map()).isSameAs(kept);
                assertThat(books.find(1)).isSameAs(before);
            }
        }
    }
}
