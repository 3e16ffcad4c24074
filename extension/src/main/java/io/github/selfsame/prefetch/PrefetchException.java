package io.github.selfsame.prefetch;

import io.github.selfsame.SelfsameException;
import java.io.Serial;

/** A prefetch was asked for that can't be carried out, such as a path that does not exist. Nothing was loaded or changed. */
public final class PrefetchException extends SelfsameException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message with its id
     */
    public PrefetchException(String message) {
        super(message);
    }
}
