package io.github.selfsame.tests.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.Browser;
import io.github.selfsame.tests.support.HttpTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.TestWar;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionIT extends HttpTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("sessions").with(SessionIT.class);
    }

    @Test
    @DisplayName("S1, S6: the requests of one session share a map, and what it holds needs no SQL again")
    void requestsOfOneSession() {
        Look first = browser.look("session/look");

        assertThat(first.isWithinAMap()).isTrue();
        assertThat(browser.looks("session/twice")).hasSize(2).allMatch(first::equals);
        assertThat(browser.look("session/look")).isEqualTo(first);
        assertThat(reads()).isEqualTo(1);
        assertThat(hasEnded(first.map())).isFalse();
    }

    @Test
    @DisplayName("S1: each session has its own map")
    void twoSessions() {
        Look mine = browser.look("session/look");
        Look yours = anotherBrowser().look("session/look");

        assertThat(yours.isWithinAMap()).isTrue();
        assertThat(yours.map()).isNotEqualTo(mine.map());
        assertThat(yours.first()).isNotEqualTo(mine.first());
    }

    @Test
    @DisplayName("S1: the map of a session ends with it, and the next session has another one")
    void endOfSession() {
        Look before = browser.look("session/look");
        browser.get("session/leave");

        assertThat(hasEnded(before.map())).isTrue();
        assertThat(browser.look("session/look").map()).isNotEqualTo(before.map());

        Look last = browser.look("session/look-and-leave");
        assertThat(hasEnded(last.map())).isTrue();
    }

    @Test
    @DisplayName("R17, R1: two requests of one session at once use its map, and meet in one instance")
    void twoRequestsAtOnce() {
        Look before = browser.look("session/look");
        for (int round = 0; round < 20; round++) {
            CompletableFuture<String> one = browser.getLater("session/together");
            CompletableFuture<String> other = browser.getLater("session/together");

            for (Look look : List.of(Look.in(one.join()), Look.in(other.join()))) {
                assertThat(look.map()).isEqualTo(before.map());
            }
            assertThat(browser.look("session/look")).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("S1, D10: a session that was passivated goes on with an empty map")
    void passivated() {
        Look before = browser.look("session/look");

        assertThat(Integer.parseInt(browser.get("session/passivate"))).isPositive();

        Look after = browser.look("session/look");
        assertThat(after.isWithinAMap()).isTrue();
        assertThat(after.map()).isNotEqualTo(before.map());
        assertThat(after.first()).isNotEqualTo(before.first());
        assertThat(browser.look("session/look")).isEqualTo(after);

        browser.get("session/leave");
        assertThat(hasEnded(after.map())).isTrue();
    }

    @Test
    @DisplayName("D10: a user who logs out in one browser leaves the maps of others alone")
    void othersStay() {
        Browser other = anotherBrowser();
        Look theirs = other.look("session/look");
        browser.get("session/look-and-leave");

        assertThat(other.look("session/look")).isEqualTo(theirs);
        assertThat(hasEnded(theirs.map())).isFalse();
    }
}
