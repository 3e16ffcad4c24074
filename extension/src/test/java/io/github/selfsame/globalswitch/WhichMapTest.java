package io.github.selfsame.globalswitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.internal.cdi.IdentityMapExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table "Which map a call gets" of the documentation, case by case. */
class WhichMapTest {

    @AfterEach
    void clear() {
        System.clearProperty("selfsame.map-for-every");
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource({
        // a map is open, only the one everywhere, neither
        "USING,         OPEN,      EVERYWHERE, ITS_OWN",
        "IN_A_SCOPE,    OPEN,      OF_SCOPE,   OF_SCOPE",
        "ANEW,          ITS_OWN,   ITS_OWN,    ITS_OWN",
        "ANEW_IN_SCOPE, OF_SCOPE,  OF_SCOPE,   OF_SCOPE",
        "BYPASSING,     NONE,      NONE,       NONE",
        "NOTHING,       OPEN,      EVERYWHERE, NONE"
    })
    @DisplayName("S4, S8: which map a call gets that joins, opens, names a scope, bypasses or asks for nothing")
    void table(Call call, Got whenOpen, Got whenEverywhere, Got whenNeither) {
        System.setProperty("selfsame.map-for-every", "application");
        try (WeldContainer container = container()) {
            Caller caller = container.select(Caller.class).get();
            assertThat(caller.call(call, true)).isEqualTo(whenOpen);
            assertThat(caller.call(call, false)).isEqualTo(whenEverywhere);
        }
        System.clearProperty("selfsame.map-for-every");
        try (WeldContainer container = container()) {
            assertThat(container.select(Caller.class).get().call(call, false)).isEqualTo(whenNeither);
        }
    }

    private static WeldContainer container() {
        return new Weld()
                .disableDiscovery()
                .containerId("container" + System.nanoTime())
                .addExtension(new IdentityMapExtension())
                .addBeanClasses(Caller.class, Callee.class)
                .initialize();
    }

    enum Call {
        USING,
        IN_A_SCOPE,
        ANEW,
        ANEW_IN_SCOPE,
        BYPASSING,
        NOTHING
    }

    enum Got {
        OPEN,
        EVERYWHERE,
        OF_SCOPE,
        ITS_OWN,
        NONE
    }

    @ApplicationScoped
    static class Caller {

        @Inject
        IdentityMaps maps;

        @Inject
        Callee callee;

        /** Within a request, for the scope that is named. */
        @ActivateRequestContext
        Got call(Call call, boolean withOpenMap) {
            IdentityMap everywhere = maps.current().orElse(null);
            IdentityMap ofScope;
            try (IdentityMapActivation scope = maps.open(RequestScoped.class)) {
                ofScope = scope.map();
            }
            if (!withOpenMap) {
                return kind(call(call), null, everywhere, ofScope);
            }
            try (IdentityMapActivation open = maps.open()) {
                return kind(call(call), open.map(), everywhere, ofScope);
            }
        }

        private @Nullable IdentityMap call(Call call) {
            return switch (call) {
                case USING -> callee.using();
                case IN_A_SCOPE -> callee.inAScope();
                case ANEW -> callee.anew();
                case ANEW_IN_SCOPE -> callee.anewInScope();
                case BYPASSING -> callee.bypassing();
                case NOTHING -> callee.nothing();
            };
        }

        private static Got kind(
                @Nullable IdentityMap got,
                @Nullable IdentityMap open,
                @Nullable IdentityMap everywhere,
                IdentityMap ofScope) {
            if (got == null) {
                return Got.NONE;
            }
            return got == open
                    ? Got.OPEN
                    : got == everywhere ? Got.EVERYWHERE : got == ofScope ? Got.OF_SCOPE : Got.ITS_OWN;
        }
    }

    @ApplicationScoped
    static class Callee {

        @Inject
        IdentityMaps maps;

        @UseIdentityMap
        @Nullable IdentityMap using() {
            return nothing();
        }

        @UseIdentityMap(lifetime = RequestScoped.class)
        @Nullable IdentityMap inAScope() {
            return nothing();
        }

        @UseIdentityMap(nesting = Nesting.NEW)
        @Nullable IdentityMap anew() {
            return nothing();
        }

        @UseIdentityMap(lifetime = RequestScoped.class, nesting = Nesting.NEW)
        @Nullable IdentityMap anewInScope() {
            return nothing();
        }

        @BypassIdentityMap
        @Nullable IdentityMap bypassing() {
            return nothing();
        }

        @Nullable IdentityMap nothing() {
            return maps.current().orElse(null);
        }
    }
}
