package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import org.eclipse.persistence.annotations.ReadOnly;

/** Nobody changes it. */
@Entity
@ReadOnly
public class Law extends PlainThing {

    protected Law() {}

    public Law(long id) {
        super(id);
    }
}
