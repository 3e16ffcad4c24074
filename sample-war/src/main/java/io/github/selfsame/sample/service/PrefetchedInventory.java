package io.github.selfsame.sample.service;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.sample.measure.Notebook;
import io.github.selfsame.sample.model.Dog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes the same inventory, and says first what it is going to read: one line more. */
@ApplicationScoped
@UseIdentityMap
public class PrefetchedInventory {

    @Inject
    private Dogs dogs;

    @Inject
    private Prefetcher prefetcher;

    /**
     * Lists all dogs, loads what the inventory needs in bulk, and takes it.
     *
     * @param paths the associations to load, in any order
     * @param notebook where to write it down
     * @throws io.github.selfsame.prefetch.PrefetchException if a path is wrong
     */
    public void take(List<String> paths, Notebook notebook) {
        List<Dog> all = dogs.all();
        prefetcher.prefetch(all, paths.toArray(String[]::new));
        all.forEach(new KennelBook(notebook)::copy);
    }
}
