package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

/** An embeddable in an element collection, with an association in it. */
@Embeddable
public class Phone {

    private String digits;

    @ManyToOne
    private Country prefix;

    public Phone() {}

    public String getDigits() {
        return digits;
    }

    public void setDigits(String digits) {
        this.digits = digits;
    }

    public Country getPrefix() {
        return prefix;
    }

    public void setPrefix(Country prefix) {
        this.prefix = prefix;
    }
}
