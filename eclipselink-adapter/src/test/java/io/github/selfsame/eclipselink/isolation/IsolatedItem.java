package io.github.selfsame.eclipselink.isolation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Is isolated in each client session. */
@Entity
public class IsolatedItem extends Item {

    @ManyToOne(fetch = FetchType.LAZY)
    private SharedItem partner;

    protected IsolatedItem() {}

    public IsolatedItem(long id, String name, SharedItem partner) {
        super(id, name);
        this.partner = partner;
    }

    @Override
    public SharedItem getPartner() {
        return partner;
    }
}
