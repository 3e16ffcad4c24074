package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.StatementsProfiler;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A peer at work on a database, once it has shown that it sees what is there. */
final class KennelState implements AutoCloseable {

    private final Database database;
    private final Work work;

    private KennelState(Database database, Work work) {
        this.database = database;
        this.work = work;
    }

    /**
     * Opens the database, lets the peer do its work once, and counts the statements.
     *
     * @param expected what the work has to sum up
     */
    static KennelState open(
            KennelDatabase kind, Scale scale, Function<Database, Work> opener, ToLongFunction<KennelData> expected)
            throws Exception {
        KennelData data = KennelData.draw(scale);
        Database database = kind.open(scale, data);
        KennelState state = new KennelState(database, opener.apply(database));
        state.check(expected.applyAsLong(data));
        return state;
    }

    long run() {
        return work.run();
    }

    private void check(long expected) {
        work.run();
        long[] sum = new long[1];
        StatementsProfiler.report(database.statementsOf(() -> sum[0] = work.run()));
        if (sum[0] != expected) {
            throw new IllegalStateException("The walk has summed up " + sum[0] + " instead of " + expected);
        }
    }

    @Override
    public void close() {
        work.close();
        database.close();
    }
}
