package io.github.selfsame;

import java.io.Serial;

/** The base of all exceptions of this library. Messages carry an id, say what is wrong, where, and what to do. */
public abstract class SelfsameException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message with its id
     */
    protected SelfsameException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message the message with its id
     * @param cause what went wrong underneath
     */
    protected SelfsameException(String message, Throwable cause) {
        super(message, cause);
    }
}
