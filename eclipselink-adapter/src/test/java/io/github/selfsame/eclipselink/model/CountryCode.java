package io.github.selfsame.eclipselink.model;

import java.io.Serializable;

/** A key that a converter turns into a column. */
public class CountryCode implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String letters;

    public CountryCode(String letters) {
        this.letters = letters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountryCode code && code.letters.equals(letters);
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    @Override
    public String toString() {
        return letters;
    }
}
