package io.github.selfsame;

import java.io.Serial;

/**
 * A lazy association was touched that is not loaded, where lazy loading is set to {@link LazyLoading#RAISE} (rule P13). The
 * message names the entity, the attribute and the prefetch path. Nothing was loaded, and the association can still be loaded
 * afterwards.
 */
public final class LazyLoadingException extends SelfsameException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message with its id, the entity and the attribute
     */
    public LazyLoadingException(String message) {
        super(message);
    }
}
