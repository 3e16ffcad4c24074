package io.github.selfsame.internal.activation;

import io.github.selfsame.IdentityMap;

/** A map that stands for another one, such as the injected proxy for the current map. */
public interface IdentityMapView extends IdentityMap {

    /**
     * The map that this one stands for now.
     *
     * @return the map itself
     */
    IdentityMap viewed();
}
