package io.github.selfsame.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.IdentityMaps;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityMapMetricsTest {

    private final AtomicReference<IdentityMapStatistics> statistics = new AtomicReference<>(IdentityMapStatistics.NONE);

    private final IdentityMaps identityMaps = (IdentityMaps) Proxy.newProxyInstance(
            IdentityMaps.class.getClassLoader(), new Class<?>[] {IdentityMaps.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("statistics");
                return statistics.get();
            });

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double counter(String name, String... tags) {
        return registry.get(name).tags(tags).functionCounter().count();
    }

    @Test
    @DisplayName("O3: each number is a meter, read when it is asked for")
    void meters() {
        new IdentityMapMetrics(identityMaps, Tags.of("application", "kennel")).bindTo(registry);
        assertThat(counter("selfsame.reads", "result", "hit")).isZero();

        statistics.set(new IdentityMapStatistics(
                1, 2, 3, 4, 5, 6, Map.of(EvictionCause.REMOVED, 7L, EvictionCause.DETACHED, 8L), 9, 10, 11, 12, 13));

        assertThat(counter("selfsame.reads", "result", "hit")).isEqualTo(1);
        assertThat(counter("selfsame.reads", "result", "miss")).isEqualTo(2);
        assertThat(counter("selfsame.adoptions")).isEqualTo(3);
        assertThat(counter("selfsame.reads", "result", "contended")).isEqualTo(4);
        assertThat(counter("selfsame.instances.divergent")).isEqualTo(5);
        assertThat(counter("selfsame.instances.stale")).isEqualTo(6);
        assertThat(counter("selfsame.evictions", "cause", "removed")).isEqualTo(7);
        assertThat(counter("selfsame.evictions", "cause", "detached")).isEqualTo(8);
        assertThat(counter("selfsame.evictions", "cause", "collected")).isZero();
        assertThat(counter("selfsame.adoptions.failed")).isEqualTo(9);
        assertThat(counter("selfsame.statements", "kind", "run")).isEqualTo(10);
        assertThat(counter("selfsame.statements", "kind", "saved")).isEqualTo(11);
        assertThat(registry.get("selfsame.size").gauge().value()).isEqualTo(12);
        assertThat(registry.get("selfsame.size.peak").gauge().value()).isEqualTo(13);
        assertThat(registry.getMeters())
                .allMatch(meter -> "kennel".equals(meter.getId().getTag("application")));
    }

    @Test
    @DisplayName("O3: without tags of its own")
    void withoutTags() {
        new IdentityMapMetrics(identityMaps).bindTo(registry);
        assertThat(registry.get("selfsame.size").gauge().getId().getTags()).isEmpty();
    }
}
