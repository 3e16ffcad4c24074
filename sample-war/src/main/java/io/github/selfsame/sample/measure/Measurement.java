package io.github.selfsame.sample.measure;

import java.util.function.Consumer;

/**
 * What a piece of work took.
 *
 * @param statements the SQL statements that this thread sent through the data source
 * @param distinctInstances the dogs, owners, toys and makers that the work reached, counted by {@code ==}
 * @param checksum over the names that the work read; equal checksums, equal answers
 * @param millis the time on the clock, of one run
 */
public record Measurement(long statements, int distinctInstances, String checksum, double millis) {

    /**
     * Does a piece of work on this thread and measures it.
     *
     * @param work is given the notebook in which it writes down what it reaches
     * @return what it took
     */
    public static Measurement of(Consumer<Notebook> work) {
        Notebook notebook = new Notebook();
        CountingDataSource.clear();
        long start = System.nanoTime();
        work.accept(notebook);
        long nanos = System.nanoTime() - start;
        return new Measurement(
                CountingDataSource.statements(),
                notebook.distinctInstances(),
                notebook.checksum(),
                Math.round(nanos / 10_000.0) / 100.0);
    }
}
