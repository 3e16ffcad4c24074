package io.github.selfsame.sample.service;

import io.github.selfsame.sample.measure.Notebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes the inventory of the kennel as one would write it down: nothing here knows of identity maps. */
@ApplicationScoped
public class Inventory {

    @Inject
    private Dogs dogs;

    /**
     * Lists all dogs; for each, reads the names of its owner, its favourite toy's maker, its toys and their makers.
     *
     * @param notebook where to write it down
     */
    public void take(Notebook notebook) {
        KennelBook book = new KennelBook(notebook);
        dogs.all().forEach(book::copy);
    }
}
