package io.github.selfsame.sample.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Who makes toys. */
@Entity
public class Maker {

    @Id
    private long id;

    private String name;

    @Version
    private long version;

    protected Maker() {}

    public Maker(long id, String name) {
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
