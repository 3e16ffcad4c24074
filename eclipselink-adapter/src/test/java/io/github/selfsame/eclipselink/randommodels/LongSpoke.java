package io.github.selfsame.eclipselink.randommodels;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class LongSpoke extends Spoke {

    @ManyToOne(fetch = FetchType.LAZY)
    private Hub patron;

    protected LongSpoke() {}

    public LongSpoke(long id) {
        super(id);
    }

    public Hub getPatron() {
        return patron;
    }

    public void setPatron(Hub patron) {
        this.patron = patron;
    }
}
