package io.github.selfsame.sample.service;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.sample.measure.Notebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes the same inventory within an identity map that loads lazy associations for all who came together. */
@ApplicationScoped
@UseIdentityMap(nesting = UseIdentityMap.Nesting.NEW, lazyLoading = LazyLoading.PEERS)
public class PeersInventory {

    @Inject
    private Inventory inventory;

    /**
     * Takes the inventory; what is touched of one dog is loaded for all.
     *
     * @param notebook where to write it down
     */
    public void take(Notebook notebook) {
        inventory.take(notebook);
    }
}
