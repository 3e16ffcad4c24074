package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class City extends PlainThing {

    @ManyToOne(fetch = FetchType.LAZY)
    private Country country;

    protected City() {}

    public City(long id) {
        super(id);
    }

    public Country getCountry() {
        return country;
    }

    public void setCountry(Country country) {
        this.country = country;
    }
}
