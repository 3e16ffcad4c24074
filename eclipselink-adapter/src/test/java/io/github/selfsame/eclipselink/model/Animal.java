package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** The root of a hierarchy in a single table. */
@Entity
public class Animal extends VersionedThing {

    @ManyToOne(fetch = FetchType.LAZY)
    private Person owner;

    protected Animal() {}

    public Animal(long id) {
        super(id);
    }

    public Person getOwner() {
        return owner;
    }

    public void setOwner(Person owner) {
        this.owner = owner;
    }
}
