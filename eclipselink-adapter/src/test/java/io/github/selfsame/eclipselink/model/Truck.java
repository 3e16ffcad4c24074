package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Truck extends Vehicle {

    @OneToMany(fetch = FetchType.LAZY)
    @JoinColumn(name = "truck_id")
    private List<Crate> crates = new ArrayList<>();

    protected Truck() {}

    public Truck(long id) {
        super(id);
    }

    public List<Crate> getCrates() {
        return crates;
    }

    public void setCrates(List<Crate> crates) {
        this.crates = crates;
    }
}
