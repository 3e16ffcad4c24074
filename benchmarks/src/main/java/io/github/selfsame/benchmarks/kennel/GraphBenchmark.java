package io.github.selfsame.benchmarks.kennel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All dogs, their owners, their favourite toys and all their toys, and who makes these: from nothing to everything.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GraphBenchmark {

    /** Where the kennel is. */
    @Param
    KennelDatabase database;

    /** How large it is. */
    @Param
    Scale scale;

    /** Who does the work. */
    @Param
    GraphPeer peer;

    private KennelState state;

    /** Opens everything and checks that the peer sees what is there. */
    @Setup
    public void open() throws Exception {
        state = KennelState.open(database, scale, peer::open, data -> Walk.graph(data.dogs()));
    }

    /** Closes everything. */
    @TearDown
    public void close() {
        state.close();
    }

    /** Does the work once. */
    @Benchmark
    public long graph() {
        return state.run();
    }
}
