package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** Has an id of its own, a version and a name. */
@MappedSuperclass
public class VersionedThing {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    protected VersionedThing() {}

    protected VersionedThing(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
