package io.github.selfsame.programmatic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class ForgottenActivationTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Requests.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Requests requests;

    @AfterEach
    void nothingIsLeft() {
        assertThat(identityMaps.current()).isEmpty();
    }

    @Test
    @DisplayName("S5, D9: what a request opens and forgets ends with it")
    void endsWithTheRequest() {
        IdentityMap forgotten = requests.run(() -> identityMaps.open().map());

        assertThat(forgotten.isOpen()).isFalse();
        assertThat(identityMaps.current()).isEmpty();
    }

    @Test
    @DisplayName("S5: what was open before a request is open after it")
    void keepsWhatWasBefore() {
        try (IdentityMapActivation outer = identityMaps.open()) {
            requests.run(() -> identityMaps.bypass());

            assertThat(identityMaps.current()).contains(outer.map());
        }
    }

    @Test
    @DisplayName("S5: a request that closes what was open before it takes nothing else along")
    void acceptsThatTheBaseIsGone() {
        IdentityMapActivation outer = identityMaps.open();

        IdentityMapActivation next = requests.run(() -> {
            outer.close();
            return identityMaps.open();
        });

        assertThat(identityMaps.current()).contains(next.map());
        next.close();
    }

    @ApplicationScoped
    static class Requests {

        @ActivateRequestContext
        <T> T run(Supplier<T> work) {
            return work.get();
        }
    }
}
