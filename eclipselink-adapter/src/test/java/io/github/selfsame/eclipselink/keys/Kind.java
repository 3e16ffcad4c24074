package io.github.selfsame.eclipselink.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Equal to any other one. */
@Entity
public class Kind {

    @Id
    private String id;

    private String name;

    protected Kind() {}

    public Kind(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kind;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
