package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

/** Has a key of two attributes, an eager reference, and no version. */
@Entity
@IdClass(SeatId.class)
public class Seat {

    @Id
    private int line;

    @Id
    private int number;

    private String name;

    @ManyToOne
    private Vehicle vehicle;

    protected Seat() {}

    public Seat(int line, int number) {
        this.line = line;
        this.number = number;
    }

    public int getLine() {
        return line;
    }

    public int getNumber() {
        return number;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Vehicle getVehicle() {
        return vehicle;
    }

    public void setVehicle(Vehicle vehicle) {
        this.vehicle = vehicle;
    }
}
