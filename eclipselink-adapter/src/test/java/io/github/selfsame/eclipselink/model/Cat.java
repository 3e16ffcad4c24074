package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;

@Entity
public class Cat extends Animal {

    private int lives;

    protected Cat() {}

    public Cat(long id) {
        super(id);
    }

    public int getLives() {
        return lives;
    }

    public void setLives(int lives) {
        this.lives = lives;
    }
}
