package io.github.selfsame.eclipselink.embeddedkeys;

import jakarta.persistence.Embeddable;

/** Has a column that others refer to. */
@Embeddable
public class Sign {

    private String code;

    protected Sign() {}

    public Sign(String code) {
        this.code = code;
    }

    public String getCode() {
        return code;
    }
}
