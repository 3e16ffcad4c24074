package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;

@Entity
public class Circle extends Shape {

    private int radius;

    protected Circle() {}

    public Circle(long id) {
        super(id);
    }

    public int getRadius() {
        return radius;
    }

    public void setRadius(int radius) {
        this.radius = radius;
    }
}
