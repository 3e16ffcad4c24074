package io.github.selfsame.eclipselink.kennel;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Embeddable
public class Collar {

    private String colour;

    @ManyToOne(fetch = FetchType.LAZY)
    private Maker collarMaker;

    protected Collar() {}

    public Collar(String colour, Maker collarMaker) {
        this.colour = colour;
        this.collarMaker = collarMaker;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public Maker getCollarMaker() {
        return collarMaker;
    }
}
