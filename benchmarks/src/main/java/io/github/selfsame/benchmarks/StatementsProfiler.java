package io.github.selfsame.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Reports how many statements one operation executes; counted once, in the set-up. */
public final class StatementsProfiler implements InternalProfiler {

    static final String LABEL = "statements";

    private static volatile long statements;

    /** Called by JMH. */
    public StatementsProfiler() {}

    /**
     * Takes note of what a benchmark has counted.
     *
     * @param count the statements of one operation
     */
    public static void report(long count) {
        statements = count;
    }

    @Override
    public String getDescription() {
        return "Statements of an operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return List.of(new ScalarResult(LABEL, statements, "#", AggregationPolicy.MAX));
    }
}
