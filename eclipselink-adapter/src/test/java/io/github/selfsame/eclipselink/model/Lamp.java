package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;

/** The shared cache never has it. */
@Entity
@Cacheable(false)
public class Lamp extends VersionedThing {

    @ManyToOne(fetch = FetchType.LAZY)
    private Person holder;

    @OneToMany(mappedBy = "lamp")
    private Set<Bulb> bulbs = new HashSet<>();

    protected Lamp() {}

    public Lamp(long id) {
        super(id);
    }

    public Person getHolder() {
        return holder;
    }

    public void setHolder(Person holder) {
        this.holder = holder;
    }

    public Set<Bulb> getBulbs() {
        return bulbs;
    }
}
