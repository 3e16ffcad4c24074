package io.github.selfsame.internal.activation;

/**
 * One for each request: its destruction closes what was opened on the request's thread and forgotten, so that the next
 * request there finds nothing (rule S5).
 */
public interface RequestBoundary {

    /** The request has begun on the calling thread. */
    void begin();
}
