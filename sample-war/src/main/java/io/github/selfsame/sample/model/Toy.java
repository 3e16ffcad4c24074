package io.github.selfsame.sample.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A toy; many dogs play with it. */
@Entity
public class Toy {

    @Id
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
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

    /**
     * Sorts toys, since the order in which a dog has its toys says nothing.
     *
     * @param toys some toys
     * @return the toys by id
     */
    public static List<Toy> byId(Collection<Toy> toys) {
        return toys.stream().sorted(Comparator.comparingLong(Toy::getId)).toList();
    }
}
