package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;

/** Belongs to a shelf, which it does not know. */
@Entity
public class Board extends PlainThing {

    protected Board() {}

    public Board(long id) {
        super(id);
    }
}
