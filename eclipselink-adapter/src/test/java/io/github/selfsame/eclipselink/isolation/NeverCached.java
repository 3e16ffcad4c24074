package io.github.selfsame.eclipselink.isolation;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Is in no shared cache. */
@Entity
@Cacheable(false)
public class NeverCached extends Item {

    @ManyToOne(fetch = FetchType.LAZY)
    private SharedItem partner;

    protected NeverCached() {}

    public NeverCached(long id, String name, SharedItem partner) {
        super(id, name);
        this.partner = partner;
    }

    @Override
    public SharedItem getPartner() {
        return partner;
    }
}
