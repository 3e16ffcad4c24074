package io.github.selfsame.internal.activation;

/**
 * One for each request: its destruction closes what was opened on the request's thread and forgotten, so that the next
 * request there finds nothing (rule S5).
 */
public interface RequestBoundary {

    /**
     * The request has begun on the calling thread.
     *
     * @param outermost whether nothing can have been opened on the thread for this request yet
     */
    void begin(boolean outermost);
}
