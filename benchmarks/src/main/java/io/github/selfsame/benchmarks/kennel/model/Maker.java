package io.github.selfsame.benchmarks.kennel.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Who makes toys. */
@Entity
@Table(name = "maker")
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
