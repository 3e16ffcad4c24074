package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** Has an id of its own and a name, but no version. */
@MappedSuperclass
public class PlainThing {

    @Id
    private long id;

    private String name;

    protected PlainThing() {}

    protected PlainThing(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
