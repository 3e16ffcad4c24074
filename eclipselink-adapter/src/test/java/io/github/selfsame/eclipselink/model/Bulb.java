package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Noncacheable;

/** The shared cache has it, but no association of it; its reference is eager. */
@Entity
public class Bulb extends PlainThing {

    @Noncacheable
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
