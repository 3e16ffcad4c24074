package io.github.selfsame.interception;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class SelfInvocationTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Kennel.class);

    @Inject
    Kennel kennel;

    @Test
    @DisplayName("S4: a call by way of the bean that is injected into itself is intercepted")
    void injected() {
        assertThat(kennel.callsInjected()).isTrue();
    }

    @Test
    @DisplayName("S4: a method of the same object runs within a map by IdentityMaps.call")
    void byProgram() throws Exception {
        assertThat(kennel.callsByProgram()).isTrue();
    }

    @ApplicationScoped
    static class Kennel {

        @Inject
        IdentityMaps maps;

        @Inject
        Kennel self;

        public boolean callsInjected() {
            return self.isWithinAMap();
        }

        public boolean callsByProgram() throws Exception {
            return maps.call(UseIdentityMap.Nesting.JOIN, this::isWithinAMap);
        }

        @UseIdentityMap
        public boolean isWithinAMap() {
            return maps.current().isPresent();
        }
    }
}
