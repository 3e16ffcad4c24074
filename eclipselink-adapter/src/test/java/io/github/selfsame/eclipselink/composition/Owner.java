package io.github.selfsame.eclipselink.composition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Owner {

    @Id
    private long id;

    private String name;

    protected Owner() {}

    public Owner(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
