package io.github.selfsame;

import java.io.Serial;

/** The library can't work as it is set up; the message lists every problem that was found. */
public final class IdentityMapDeploymentException extends SelfsameException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message with its id
     */
    public IdentityMapDeploymentException(String message) {
        super(message);
    }
}
