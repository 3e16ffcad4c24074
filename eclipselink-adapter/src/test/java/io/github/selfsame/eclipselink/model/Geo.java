package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Embeddable;

/** An embeddable within an embeddable. */
@Embeddable
public class Geo {

    private int latitude;

    public Geo() {}

    public int getLatitude() {
        return latitude;
    }

    public void setLatitude(int latitude) {
        this.latitude = latitude;
    }
}
