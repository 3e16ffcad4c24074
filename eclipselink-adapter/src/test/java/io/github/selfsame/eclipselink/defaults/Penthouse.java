package io.github.selfsame.eclipselink.defaults;

import io.github.selfsame.prefetch.DefaultPrefetch;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Adds a default to what its superclass declares. */
@Entity
@DefaultPrefetch("view")
public class Penthouse extends Flat {

    @ManyToOne(fetch = FetchType.LAZY)
    private Street view;

    protected Penthouse() {}

    public Penthouse(long id, House house, Street view) {
        super(id, house);
        this.view = view;
    }

    public Street getView() {
        return view;
    }
}
