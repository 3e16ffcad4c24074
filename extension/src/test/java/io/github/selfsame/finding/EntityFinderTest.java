package io.github.selfsame.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.internal.query.MultipleLookup;
import io.github.selfsame.query.EntityFinder;
import io.github.selfsame.support.Containers;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What does not depend on a persistence provider. */
@EnableWeld
class EntityFinderTest {

    private static final Map<Object, String> ROWS = Map.of(1L, "one", 2L, "two");

    @WeldSetup
    WeldInitiator weld = Containers.with();

    @Inject
    EntityFinder injected;

    private final List<Object> asked = new ArrayList<>();
    private final EntityManager entityManager = (EntityManager) Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("find");
                asked.add(arguments[1]);
                return ROWS.get(arguments[1]);
            });

    @Test
    @DisplayName(
            "Q1: it is injectable; without an adapter for the provider it finds one by one, in the order of the ids")
    void injectable() {
        assertThat(injected).isNotNull();
        EntityFinder finder = new MultipleLookup(List::of);

        assertThat(finder.findMultiple(entityManager, String.class, List.of(2L, 3L, 1L, 2L)))
                .containsExactly("two", null, "one", "two");
        assertThat(asked).containsExactly(2L, 3L, 1L, 2L);
        assertThat(finder.getMultiple(entityManager, String.class, List.of(2L, 1L)))
                .containsExactly("two", "one");
        assertThat(finder.findMultiple(entityManager, String.class, List.of())).isEmpty();
    }

    @Test
    @DisplayName("Q1: missing entities and null ids are named")
    void errors() {
        EntityFinder finder = new MultipleLookup(List::of);

        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> finder.getMultiple(entityManager, String.class, List.of(4L, 1L, 3L, 4L)))
                .withMessageContaining("SELFSAME000457")
                .withMessageContaining("[4, 3]");
        asked.clear();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> finder.findMultiple(entityManager, String.class, Arrays.asList(1L, null)))
                .withMessageContaining("SELFSAME000456");
        assertThat(asked).isEmpty();
    }
}
