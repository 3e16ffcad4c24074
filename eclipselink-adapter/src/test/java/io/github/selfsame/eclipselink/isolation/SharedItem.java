package io.github.selfsame.eclipselink.isolation;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Is in the shared cache, also where caching is off by default. */
@Entity
@Cacheable
public class SharedItem extends Item {

    @ManyToOne(fetch = FetchType.LAZY)
    private Constant partner;

    protected SharedItem() {}

    public SharedItem(long id, String name, Constant partner) {
        super(id, name);
        this.partner = partner;
    }

    @Override
    public Constant getPartner() {
        return partner;
    }
}
