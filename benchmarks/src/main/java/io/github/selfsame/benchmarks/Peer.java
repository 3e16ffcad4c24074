package io.github.selfsame.benchmarks;

/** One of those that do the same work. Enumerations of them are parameters of benchmarks. */
public interface Peer {

    /**
     * What it needs of its JVM.
     *
     * @return whether EclipseLink weaves the entities
     */
    boolean isWoven();
}
