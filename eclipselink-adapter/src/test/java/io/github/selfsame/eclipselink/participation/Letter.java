package io.github.selfsame.eclipselink.participation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** The root of a hierarchy that does not take part, as its mapped superclass says. */
@Entity
public class Letter extends Recorded {

    @ManyToOne(fetch = FetchType.LAZY)
    private Box box;

    protected Letter() {}

    public Letter(long id, String text, Box box) {
        super(id, text);
        this.box = box;
    }

    public Box getBox() {
        return box;
    }
}
