package io.github.selfsame.eclipselink.participation;

import jakarta.persistence.Entity;

/** Goes with its root. */
@Entity
public class ExpressLetter extends Letter {

    protected ExpressLetter() {}

    public ExpressLetter(long id, String text, Box box) {
        super(id, text, box);
    }
}
