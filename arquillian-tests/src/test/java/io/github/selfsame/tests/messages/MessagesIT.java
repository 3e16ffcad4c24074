package io.github.selfsame.tests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs Jakarta Messaging, which is not in the Web Profile. */
@Tag("platform")
@Tag("messages")
class MessagesIT extends InContainerTest {

    @Inject
    private Sender sender;

    @Inject
    private Mailbox mailbox;

    @Inject
    private Register register;

    @Deployment
    static WebArchive application() {
        return TestWar.named("messages").with(MessagesIT.class);
    }

    @Test
    @DisplayName("S4, D2: a message-driven bean has a map for each message, which ends with it")
    void bound() throws Exception {
        sender.sendToBound();
        Look first = mailbox.next();
        sender.sendToBound();
        Look second = mailbox.next();

        hadAMapOfItsOwn(first);
        hadAMapOfItsOwn(second);
        assertThat(second.map()).isNotEqualTo(first.map());
    }

    @Test
    @DisplayName("S4: a message-driven bean can name the interceptor by @Interceptors")
    void named() throws Exception {
        sender.sendToNamed();

        hadAMapOfItsOwn(mailbox.next());
    }

    @Test
    @DisplayName("S4, R18: a message-driven bean can bypass, and the sender's map does not come with the message")
    void bypassing() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            sender.sendToBypassing();
            assertThat(mailbox.next().isWithoutAMap()).isTrue();

            sender.sendToBound();
            assertThat(mailbox.next().map()).isNotEqualTo(register.numberOf(activation.map()));
        }
    }

    private void hadAMapOfItsOwn(Look look) throws InterruptedException {
        assertThat(look.isWithinAMap()).isTrue();
        assertThat(register.endsSoon(look.map())).isTrue();
    }
}
