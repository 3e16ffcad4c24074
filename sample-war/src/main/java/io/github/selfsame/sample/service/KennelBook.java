package io.github.selfsame.sample.service;

import io.github.selfsame.sample.measure.Notebook;
import io.github.selfsame.sample.model.Dog;
import io.github.selfsame.sample.model.Maker;
import io.github.selfsame.sample.model.Owner;
import io.github.selfsame.sample.model.Toy;

/** Copies names of the kennel into a notebook: touches what it needs, and lets lazy loading see to the rest. */
final class KennelBook {

    private final Notebook notebook;

    KennelBook(Notebook notebook) {
        this.notebook = notebook;
    }

    /** The dog's name, its owner's, its favourite toy's maker's, and the names of its toys and of their makers. */
    void copy(Dog dog) {
        notebook.write(dog, dog.getName());
        Owner owner = dog.getOwner();
        notebook.write(owner, owner.getName());
        Toy favorite = dog.getFavoriteToy();
        if (favorite != null) {
            copy(favorite);
        }
        Toy.byId(dog.getToys()).forEach(this::copy);
    }

    private void copy(Toy toy) {
        notebook.write(toy, toy.getName());
        Maker maker = toy.getMaker();
        notebook.write(maker, maker.getName());
    }
}
