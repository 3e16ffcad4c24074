package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One-to-many in one direction, by a column and by a table; a map keyed by an entity. */
@Entity
public class Crate extends PlainThing {

    @OneToMany
    @JoinColumn(name = "crate_id")
    private List<Bottle> bottles = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "Crate_origin")
    @MapKeyJoinColumn(name = "origin_id")
    private Map<Country, Bottle> origins = new HashMap<>();

    protected Crate() {}

    public Crate(long id) {
        super(id);
    }

    public List<Bottle> getBottles() {
        return bottles;
    }

    public void setBottles(List<Bottle> bottles) {
        this.bottles = bottles;
    }

    public Map<Country, Bottle> getOrigins() {
        return origins;
    }

    public void setOrigins(Map<Country, Bottle> origins) {
        this.origins = origins;
    }
}
