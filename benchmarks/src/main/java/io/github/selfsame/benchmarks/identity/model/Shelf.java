package io.github.selfsame.benchmarks.identity.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Where books are. */
@Entity
public class Shelf {

    @Id
    private long id;

    @Version
    private long version;

    protected Shelf() {}

    public Shelf(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }
}
