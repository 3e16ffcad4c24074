package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import org.eclipse.persistence.annotations.ReadOnly;

/** Never written. */
@Entity
@ReadOnly
public class Planet extends PlainThing {

    protected Planet() {}

    public Planet(long id) {
        super(id);
    }
}
