package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** The root of a hierarchy in joined tables; without a version. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Vehicle extends PlainThing {

    protected Vehicle() {}

    public Vehicle(long id) {
        super(id);
    }
}
