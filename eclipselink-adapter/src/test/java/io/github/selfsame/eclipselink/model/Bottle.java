package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;

@Entity
public class Bottle extends VersionedThing {

    protected Bottle() {}

    public Bottle(long id) {
        super(id);
    }
}
