package io.github.selfsame.eclipselink.model;

import java.io.Serializable;
import java.util.Objects;

/** The key of {@link Seat}. */
public class SeatId implements Serializable {

    private static final long serialVersionUID = 1L;

    private int line;

    private int number;

    public SeatId() {}

    public SeatId(int first, int second) {
        this.line = first;
        this.number = second;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatId key && key.line == line && key.number == number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(line, number);
    }

    @Override
    public String toString() {
        return line + "/" + number;
    }

    public int line() {
        return line;
    }

    public int number() {
        return number;
    }
}
