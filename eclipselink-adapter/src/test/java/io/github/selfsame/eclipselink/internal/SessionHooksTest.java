package io.github.selfsame.eclipselink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.IdentityMapSessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.broker.SessionBroker;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionHooksTest {

    @Test
    @DisplayName("R1: the members of a composite unit are connected, too, and their listeners stay")
    void composite() throws Exception {
        ServerSession member = new ServerSession(new DatabaseLogin());
        SessionEventAdapter listener = new SessionEventAdapter() {};
        member.getEventManager().addListener(listener);
        SessionBroker composite = new SessionBroker();
        composite.registerSession("member", member);

        new IdentityMapSessionCustomizer().customize(composite);

        assertThat(composite.getEventManager()).isInstanceOf(SessionHooks.class);
        assertThat(member.getEventManager()).isInstanceOf(SessionHooks.class);
        assertThat(member.getEventManager().getListeners()).containsExactly(listener);
        assertThat(member.getEventManager().getSession()).isSameAs(member);
    }
}
