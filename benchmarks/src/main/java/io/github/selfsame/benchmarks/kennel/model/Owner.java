package io.github.selfsame.benchmarks.kennel.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Whom dogs take for walks. */
@Entity
@Table(name = "owner")
public class Owner {

    @Id
    private long id;

    private String name;

    @Version
    private long version;

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
