package io.github.selfsame.eclipselink.fetchgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where there are fetch groups at all; what the map does with them is in {@link FetchGroupTest}. */
class FetchGroupSupportTest extends KennelTest {

    @Test
    @DisplayName("R12: without weaving EclipseLink refuses fetch groups, so that nothing partial can come into the map")
    void onlyWhereEntitiesAreWoven() {
        if (WOVEN) {
            Dog dog = read(FetchGroupSupportTest::findId);
            assertThat(activation.map().contains(dog)).isTrue();
            assertThat(dog.getName()).isEqualTo("Rex");
        } else {
            assertThatThrownBy(() -> read(FetchGroupSupportTest::findId)).hasMessageContaining("EclipseLink-6114");
            assertThat(activation.map().size()).isZero();
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("Rex");
        }
    }

    private static Dog findId(EntityManager em) {
        EntityGraph<Dog> graph = em.createEntityGraph(Dog.class);
        graph.addAttributeNodes("id");
        return em.find(Dog.class, 1L, Map.of("jakarta.persistence.fetchgraph", graph));
    }
}
