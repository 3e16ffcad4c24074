package io.github.selfsame;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** How the interceptors get at {@link IdentityMaps}, whoever has created them. */
abstract class IdentityMapsUser implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient @Nullable IdentityMaps identityMaps;

    IdentityMapsUser() {}

    final IdentityMaps identityMaps() {
        IdentityMaps injected = identityMaps;
        // missing after passivation, and in an instance that a container has made without injection
        return injected != null
                ? injected
                : CDI.current().select(IdentityMaps.class).get();
    }
}
