package io.github.selfsame.eclipselink.embeddables;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.List;

/** An embeddable with nothing but associations, which is replaced as a whole. */
@Embeddable
public class Itinerary {

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "cargo_id")
    @OrderBy("id")
    private List<Leg> legs;

    protected Itinerary() {}

    public Itinerary(List<Leg> legs) {
        this.legs = legs;
    }

    public List<Leg> getLegs() {
        return legs;
    }
}
