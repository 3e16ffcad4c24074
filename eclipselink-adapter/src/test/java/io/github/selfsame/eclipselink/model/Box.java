package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.annotations.OptimisticLocking;
import org.eclipse.persistence.annotations.OptimisticLockingType;

/** Locked by its columns; refers by something else than a key, to what can't be written, and to others of its kind. */
@Entity
@OptimisticLocking(type = OptimisticLockingType.CHANGED_COLUMNS)
public class Box extends PlainThing {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "home_code", referencedColumnName = "code")
    private Shelf home;

    @ManyToOne(fetch = FetchType.LAZY)
    private Planet planet;

    @ManyToMany
    private List<Box> similar = new ArrayList<>();

    protected Box() {}

    public Box(long id) {
        super(id);
    }

    public Shelf getHome() {
        return home;
    }

    public void setHome(Shelf home) {
        this.home = home;
    }

    public Planet getPlanet() {
        return planet;
    }

    public void setPlanet(Planet planet) {
        this.planet = planet;
    }

    public List<Box> getSimilar() {
        return similar;
    }

    public void setSimilar(List<Box> similar) {
        this.similar = similar;
    }
}
