package io.github.selfsame.sample.service;

import io.github.selfsame.sample.measure.Notebook;
import io.github.selfsame.sample.model.Dog;
import io.github.selfsame.sample.model.Maker;
import io.github.selfsame.sample.model.Owner;
import io.github.selfsame.sample.model.Toy;

/** Copies names of the kennel into a notebook: touches what it needs, and leaves the loading to lazy loading. */
final class KennelBook {

    private final Notebook notebook;

    KennelBook(Notebook notebook) {
        this.notebook = notebook;
    }

    /** Copies a dog's name, its owner's, its favourite toy's maker's, and the names of its toys and of their makers. */
    void copy(Dog dog) {
        notebook.write(dog, dog.getName());
        Owner owner = dog.getOwner();
        notebook.write(owner, owner.getName());
        Toy favorite = dog.getFavoriteToy();
        if (favorite != null) {
            notebook.reach(favorite);
            copyMaker(favorite);
        }
        for (Toy toy : Toy.byId(dog.getToys())) {
            notebook.write(toy, toy.getName());
            copyMaker(toy);
        }
    }

    private void copyMaker(Toy toy) {
        Maker maker = toy.getMaker();
        notebook.write(maker, maker.getName());
    }
}
