package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Keys a map by two columns. */
@Embeddable
public class Slot {

    @Column(name = "slot_level")
    private int level;

    @Column(name = "slot_place")
    private int place;

    protected Slot() {}

    public Slot(int level, int place) {
        this.level = level;
        this.place = place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slot slot && slot.level == level && slot.place == place;
    }

    @Override
    public int hashCode() {
        return 31 * level + place;
    }

    @Override
    public String toString() {
        return level + "/" + place;
    }
}
