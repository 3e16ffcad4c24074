package io.github.selfsame;

import java.io.Serial;

/** An identity map or an activation was used in a way that could mix up threads or scopes. */
public final class IdentityMapUsageException extends SelfsameException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message with its id
     */
    public IdentityMapUsageException(String message) {
        super(message);
    }
}
