package io.github.selfsame.eclipselink.sharedtables;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
public class Role {

    @Id
    private long id;

    @Version
    private long version;

    public Role() {}

    public Role(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }
}
