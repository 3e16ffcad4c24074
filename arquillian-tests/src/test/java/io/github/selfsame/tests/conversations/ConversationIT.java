package io.github.selfsame.tests.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.HttpTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.TestWar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConversationIT extends HttpTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("conversations").with(ConversationIT.class);
    }

    @Test
    @DisplayName("S1: without a conversation that was begun the map ends with the request")
    void transientConversation() {
        List<Look> looks = browser.looks("conversation/go-on");

        assertThat(looks).hasSize(2).allMatch(Look::isWithinAMap).allMatch(looks.get(0)::equals);
        assertThat(hasEnded(looks.get(0).map())).isTrue();
        assertThat(browser.look("conversation/go-on").map())
                .isNotEqualTo(looks.get(0).map());
    }

    @Test
    @DisplayName("S1, S6: the requests of a conversation share a map, which ends with the conversation")
    void longRunning() {
        Talk talk = begin("conversation/begin");
        for (int request = 0; request < 3; request++) {
            assertThat(browser.looks("conversation/go-on?cid=" + talk.id()))
                    .hasSize(2)
                    .allMatch(talk.look()::equals);
        }
        assertThat(reads()).isEqualTo(1);
        assertThat(hasEnded(talk.look().map())).isFalse();

        assertThat(browser.look("conversation/end?cid=" + talk.id())).isEqualTo(talk.look());
        assertThat(hasEnded(talk.look().map())).isTrue();
        assertThat(browser.status("conversation/go-on?cid=" + talk.id())).isGreaterThanOrEqualTo(400);
    }

    @Test
    @DisplayName("S1: two conversations of one session have a map each")
    void twoConversations() {
        Talk one = begin("conversation/begin");
        Talk other = begin("conversation/begin");

        assertThat(other.look().map()).isNotEqualTo(one.look().map());
        assertThat(browser.look("conversation/go-on?cid=" + one.id())).isEqualTo(one.look());
        assertThat(browser.look("conversation/go-on?cid=" + other.id())).isEqualTo(other.look());

        browser.get("conversation/end?cid=" + one.id());
        assertThat(hasEnded(one.look().map())).isTrue();
        assertThat(hasEnded(other.look().map())).isFalse();
    }

    @Test
    @DisplayName("S1: the map of a conversation that times out ends")
    void timeOut() throws InterruptedException {
        Talk talk = begin("conversation/begin-short");
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));

        // containers look for conversations that are over when the session is used again
        while (!hasEnded(talk.look().map()) && Instant.now().isBefore(deadline)) {
            Thread.sleep(300);
            browser.get("conversation/go-on");
        }

        assertThat(hasEnded(talk.look().map())).isTrue();
    }

    private Talk begin(String path) {
        String answer = browser.get(path);
        List<Look> looks = Look.allIn(answer);
        assertThat(looks).hasSize(2).allMatch(Look::isWithinAMap).allMatch(looks.get(0)::equals);
        return new Talk(answer.replaceAll("(?s).*cid=", "").strip(), looks.get(0));
    }

    private record Talk(String id, Look look) {}
}
