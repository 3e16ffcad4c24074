package io.github.selfsame.benchmarks.kennel;

/** One peer's way to do the work, ready to be done many times. */
interface Work extends AutoCloseable {

    /** Does it once, beginning with nothing loaded. Returns what {@link Walk} has summed up. */
    long run();

    @Override
    default void close() {}
}
