package io.github.selfsame.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityMapManagerTest {

    private final IdentityMapManager manager = new IdentityMapManager();

    @Test
    @DisplayName("S5: a map is current between open and close")
    void opens() {
        try (IdentityMapActivation activation = manager.open()) {
            assertThat(manager.current()).contains(activation.map());
            try (IdentityMapActivation bypass = manager.bypass()) {
                assertThat(manager.current()).isEmpty();
                assertThat(manager.runtime().bypassed()).isSameAs(activation.map());
                assertThat(bypass).isNotNull();
            }
            assertThat(manager.runtime().current()).isSameAs(activation.map());
        }
        assertThat(manager.current()).isEmpty();
    }
}
