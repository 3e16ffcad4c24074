package io.github.selfsame.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class MapParameterTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Kennel.class, Outer.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Kennel kennel;

    @Inject
    Outer outer;

    @Test
    @DisplayName("S7: a parameter of the type IdentityMap receives the current map, wherever it stands")
    void receivesTheMap() {
        IdentityMap[] seen = kennel.work("walk", null, 3, null);

        assertThat(seen[0]).isNotNull().isSameAs(seen[1]).isSameAs(seen[2]);
        assertThat(seen[0].isOpen()).isFalse();
    }

    @Test
    @DisplayName("S7, S4: when joining, that is the map of the caller; with a new map, the new one")
    void receivesTheJoinedOrNewMap() {
        IdentityMap[] seen = outer.joining(null);
        assertThat(seen[1]).isSameAs(seen[0]);

        seen = outer.nesting(null);
        assertThat(seen[1]).isNotNull().isNotSameAs(seen[0]);
    }

    @Test
    @DisplayName("S7, S1: it can be the map of a scope")
    void receivesTheMapOfAScope() {
        assertThat(outer.inRequest()).isTrue();
    }

    @Test
    @DisplayName("S7: what the caller gives is left as it is")
    void leavesArguments() {
        IdentityMap own = identityMaps.create();

        assertThat(kennel.single(own)).isSameAs(own);

        own.close();
    }

    @Test
    @DisplayName("S7, R18: under bypass there is nothing to receive")
    void receivesNothingUnderBypass() {
        assertThat(kennel.bypassing(null)).isNull();
    }

    @ApplicationScoped
    static class Kennel {

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap
        IdentityMap[] work(String what, @Nullable IdentityMap first, int times, @Nullable IdentityMap second) {
            assertThat(what).isEqualTo("walk");
            assertThat(times).isEqualTo(3);
            return new IdentityMap[] {first, second, identityMaps.current().orElse(null)};
        }

        @UseIdentityMap
        @Nullable IdentityMap single(@Nullable IdentityMap map) {
            return map;
        }

        @UseIdentityMap(nesting = Nesting.NEW)
        @Nullable IdentityMap nested(@Nullable IdentityMap map) {
            return map;
        }

        @UseIdentityMap(lifetime = RequestScoped.class)
        @Nullable IdentityMap ofRequest(@Nullable IdentityMap map) {
            return map;
        }

        @BypassIdentityMap
        @Nullable IdentityMap bypassing(@Nullable IdentityMap map) {
            return map;
        }
    }

    @ApplicationScoped
    static class Outer {

        @Inject
        Kennel kennel;

        @UseIdentityMap
        IdentityMap[] joining(@Nullable IdentityMap map) {
            return new IdentityMap[] {map, kennel.single(null)};
        }

        @UseIdentityMap
        IdentityMap[] nesting(@Nullable IdentityMap map) {
            return new IdentityMap[] {map, kennel.nested(null)};
        }

        @ActivateRequestContext
        boolean inRequest() {
            IdentityMap map = kennel.ofRequest(null);
            return map != null && map == kennel.ofRequest(null);
        }
    }
}
