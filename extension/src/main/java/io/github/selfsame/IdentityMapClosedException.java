package io.github.selfsame;

import java.io.Serial;

/** An identity map was used after its end. */
public final class IdentityMapClosedException extends SelfsameException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message with its id
     */
    public IdentityMapClosedException(String message) {
        super(message);
    }
}
