package io.github.selfsame.benchmarks;

import io.github.selfsame.benchmarks.identity.AdoptionBenchmark;
import io.github.selfsame.benchmarks.identity.FindBenchmark;
import io.github.selfsame.benchmarks.identity.InactiveBenchmark;
import io.github.selfsame.benchmarks.kennel.GraphBenchmark;
import io.github.selfsame.benchmarks.kennel.RequestBenchmark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A benchmark with its peers. */
enum Suite {
    ADOPTION(AdoptionBenchmark.class),
    FIND(FindBenchmark.class),
    INACTIVE(InactiveBenchmark.class),
    GRAPH(GraphBenchmark.class),
    REQUEST(RequestBenchmark.class);

    /** The field of each benchmark that says who does the work: an enumeration of {@link Peer}s. */
    static final String PEER = "peer";

    private final Class<?> benchmark;

    Suite(Class<?> benchmark) {
        this.benchmark = benchmark;
    }

    static Suite named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Class<?> benchmark() {
        return benchmark;
    }

    /** The names of its peers, those with weaving or those without. */
    List<String> peers(boolean isWoven) {
        return allPeers().stream()
                .filter(peer -> peer.isWoven() == isWoven)
                .map(Object::toString)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** All peers, the one first that the others are compared with. */
    List<Peer> allPeers() {
        try {
            Object[] constants = benchmark.getDeclaredField(PEER).getType().getEnumConstants();
            return Arrays.stream(constants).map(Peer.class::cast).toList();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
