package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** The key of {@link Room}. */
@Embeddable
public class RoomId implements Serializable {

    private static final long serialVersionUID = 1L;

    private String building;

    private int number;

    public RoomId() {}

    public RoomId(String first, int second) {
        this.building = first;
        this.number = second;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoomId key && Objects.equals(key.building, building) && key.number == number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(building, number);
    }

    @Override
    public String toString() {
        return building + "/" + number;
    }
}
