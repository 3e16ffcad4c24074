package io.github.selfsame.eclipselink.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapDeploymentException;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnitPropertiesTest extends KennelTest {

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("selfsame.divergence", "restore");
    }

    @Test
    @DisplayName("R5: the unit's property counts where the map says nothing, and the map counts where it does")
    void defaults() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        dog.setName("Ghost");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);

        reopen(IdentityMapOptions.DEFAULTS.with(Divergence.EVICT));
        Dog other = read(em -> em.find(Dog.class, 1L));
        other.setName("Ghost");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isNotSameAs(other);
    }

    @Test
    @DisplayName("S9: a value that does not exist is an error that names the property and what exists")
    void wrongValue() {
        Map<String, Object> wrong =
                Map.of("selfsame.freshness", "always", "eclipselink.session-name", "a session of its own");
        assertThatThrownBy(() -> Persistence.createEntityManagerFactory("kennel", withDatabase(wrong))
                        .createEntityManager())
                .rootCause()
                .isInstanceOf(IdentityMapDeploymentException.class)
                .hasMessageContainingAll("SELFSAME002003", "selfsame.freshness", "always", "REPEATABLE");
    }
}
