package io.github.selfsame.eclipselink.concurrency;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

/** Holds up a statement of one thread until it is opened. */
final class Gate {

    private volatile @Nullable Thread closedFor;
    private volatile String table = "";
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Data that are read through the gate. */
    DataSource before(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .afterQuery((execution, queries) ->
                        queries.forEach(query -> pass(query.getQuery().toLowerCase(java.util.Locale.ROOT))))
                .build();
    }

    /** Lets the next statement of this thread that names a table wait after it was executed. */
    void closeForThisThread(String name) {
        table = name;
        closedFor = Thread.currentThread();
    }

    private void pass(String statement) {
        if (Thread.currentThread() == closedFor && statement.contains(table)) {
            closedFor = null;
            reached.countDown();
            await(open);
        }
    }

    /** Waits until a statement waits. */
    void awaitReached() {
        await(reached);
    }

    void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody has come");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
