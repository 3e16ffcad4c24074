package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** An embeddable with another one and with an association in it. */
@Embeddable
public class Address {

    private String street;

    @Embedded
    private Geo geo;

    @ManyToOne(fetch = FetchType.LAZY)
    private Country country;

    public Address() {}

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public Geo getGeo() {
        return geo;
    }

    public void setGeo(Geo geo) {
        this.geo = geo;
    }

    public Country getCountry() {
        return country;
    }

    public void setCountry(Country country) {
        this.country = country;
    }
}
