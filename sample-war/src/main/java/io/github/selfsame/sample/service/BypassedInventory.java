package io.github.selfsame.sample.service;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.sample.measure.Notebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes the same inventory past the identity map that surrounds it, if there is one. */
@ApplicationScoped
@BypassIdentityMap
public class BypassedInventory {

    @Inject
    private Inventory inventory;

    /**
     * Takes the inventory as if there were no map.
     *
     * @param notebook where to write it down
     */
    public void take(Notebook notebook) {
        inventory.take(notebook);
    }
}
