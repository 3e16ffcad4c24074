package io.github.selfsame.benchmarks.kennel.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A toy; many dogs play with it. */
@Entity
@Table(name = "toy")
public class Toy {

    @Id
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "maker_id")
    private Maker maker;

    @Version
    private long version;

    protected Toy() {}

    public Toy(long id, String name, Maker maker) {
        this.id = id;
        this.name = name;
        this.maker = maker;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Maker getMaker() {
        return maker;
    }
}
