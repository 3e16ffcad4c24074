package io.github.selfsame;

import java.io.Serial;

/**
 * A read met an instance that was changed while no persistence context managed it, and the map is set to
 * {@link IdentityMapOptions.Divergence#FAIL} (rule R5). Nothing was written; the instance is as the application has left it.
 */
public final class DivergentInstanceException extends SelfsameException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message with its id, the entity and the attributes
     */
    public DivergentInstanceException(String message) {
        super(message);
    }
}
