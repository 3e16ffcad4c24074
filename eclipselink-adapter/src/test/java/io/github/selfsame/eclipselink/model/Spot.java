package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** An embeddable that is the key of a map. */
@Embeddable
public class Spot implements Serializable {

    private static final long serialVersionUID = 1L;

    private int place;

    public Spot() {}

    public Spot(int place) {
        this.place = place;
    }

    public int getPlace() {
        return place;
    }

    public void setPlace(int place) {
        this.place = place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spot spot && spot.place == place;
    }

    @Override
    public int hashCode() {
        return Objects.hash(place);
    }

    @Override
    public String toString() {
        return "spot " + place;
    }
}
