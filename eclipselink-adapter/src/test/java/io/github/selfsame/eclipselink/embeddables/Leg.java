package io.github.selfsame.eclipselink.embeddables;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Belongs to one cargo. */
@Entity
public class Leg {

    @Id
    private long id;

    protected Leg() {}

    public Leg(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }
}
