package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

/** The root of a hierarchy with a table for each class. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public class Shape extends VersionedThing {

    @ManyToOne(fetch = FetchType.LAZY)
    private Person painter;

    protected Shape() {}

    public Shape(long id) {
        super(id);
    }

    public Person getPainter() {
        return painter;
    }

    public void setPainter(Person painter) {
        this.painter = painter;
    }
}
