package io.github.selfsame.micrometer;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.IdentityMaps;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The statistics of all identity maps of an application as meters (rule O3).
 *
 * <pre>{@code
 * new IdentityMapMetrics(identityMaps).bindTo(registry);
 * }</pre>
 *
 * <p>The meters read {@link IdentityMaps#statistics()} when they are asked; the maps do no more work than without them. Safe
 * for use by several threads.
 */
public final class IdentityMapMetrics implements MeterBinder {

    private final IdentityMaps identityMaps;
    private final Tags tags;

    /**
     * Creates metrics without tags of their own.
     *
     * @param identityMaps the maps of the application
     */
    public IdentityMapMetrics(IdentityMaps identityMaps) {
        this(identityMaps, Tags.empty());
    }

    /**
     * Creates metrics with tags.
     *
     * @param identityMaps the maps of the application
     * @param tags what all meters are tagged with, such as the name of the application
     */
    public IdentityMapMetrics(IdentityMaps identityMaps, Iterable<Tag> tags) {
        this.identityMaps = identityMaps;
        this.tags = Tags.of(tags);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Binding binding = new Binding(registry);
        binding.counter("selfsame.reads", "result", "hit", IdentityMapStatistics::hits);
        binding.counter("selfsame.reads", "result", "miss", IdentityMapStatistics::misses);
        binding.counter("selfsame.reads", "result", "contended", IdentityMapStatistics::contended);
        binding.counter("selfsame.adoptions", IdentityMapStatistics::adoptions);
        binding.counter("selfsame.adoptions.failed", IdentityMapStatistics::failedAdoptions);
        binding.counter("selfsame.instances.divergent", IdentityMapStatistics::divergent);
        binding.counter("selfsame.instances.stale", IdentityMapStatistics::stale);
        binding.counter("selfsame.statements", "kind", "run", IdentityMapStatistics::statementsRun);
        binding.counter("selfsame.statements", "kind", "saved", IdentityMapStatistics::statementsSaved);
        for (EvictionCause cause : EvictionCause.values()) {
            binding.counter(
                    "selfsame.evictions", "cause", cause.name().toLowerCase(Locale.ROOT), statistics -> statistics
                            .evictionsByCause()
                            .getOrDefault(cause, 0L));
        }
        binding.gauge("selfsame.size", IdentityMapStatistics::size);
        binding.gauge("selfsame.size.peak", IdentityMapStatistics::peakSize);
    }

    private final class Binding {

        private final MeterRegistry registry;

        Binding(MeterRegistry registry) {
            this.registry = registry;
        }

        void counter(String name, ToDoubleFunction<IdentityMapStatistics> value) {
            counter(name, tags, value);
        }

        void counter(String name, String tag, String tagValue, ToDoubleFunction<IdentityMapStatistics> value) {
            counter(name, tags.and(tag, tagValue), value);
        }

        private void counter(String name, Tags all, ToDoubleFunction<IdentityMapStatistics> value) {
            FunctionCounter.builder(name, identityMaps, maps -> value.applyAsDouble(maps.statistics()))
                    .tags(all)
                    .register(registry);
        }

        void gauge(String name, ToDoubleFunction<IdentityMapStatistics> value) {
            Gauge.builder(name, identityMaps, maps -> value.applyAsDouble(maps.statistics()))
                    .tags(tags)
                    .register(registry);
        }
    }
}
