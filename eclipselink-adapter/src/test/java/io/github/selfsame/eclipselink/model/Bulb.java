package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Cache;
import org.eclipse.persistence.annotations.CacheIsolationType;

/** The shared cache has it, but no association of it; its reference is eager. */
@Entity
@Cache(isolation = CacheIsolationType.PROTECTED)
public class Bulb extends PlainThing {

    @ManyToOne
    private Lamp lamp;

    protected Bulb() {}

    public Bulb(long id) {
        super(id);
    }

    public Lamp getLamp() {
        return lamp;
    }

    public void setLamp(Lamp lamp) {
        this.lamp = lamp;
    }
}
