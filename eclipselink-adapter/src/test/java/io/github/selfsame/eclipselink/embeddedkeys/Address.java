package io.github.selfsame.eclipselink.embeddedkeys;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/** Has an embeddable itself. */
@Embeddable
public class Address {

    private String street;

    @Embedded
    private Sign sign;

    protected Address() {}

    public Address(String street, Sign sign) {
        this.street = street;
        this.sign = sign;
    }

    public String getStreet() {
        return street;
    }

    public Sign getSign() {
        return sign;
    }
}
