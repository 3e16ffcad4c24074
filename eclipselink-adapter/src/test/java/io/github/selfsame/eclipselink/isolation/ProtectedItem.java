package io.github.selfsame.eclipselink.isolation;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Noncacheable;

/** Is in the shared cache, and refers to what is not. */
@Entity
@Cacheable
public class ProtectedItem extends Item {

    @Noncacheable
    @ManyToOne(fetch = FetchType.LAZY)
    private SharedItem partner;

    protected ProtectedItem() {}

    public ProtectedItem(long id, String name, SharedItem partner) {
        super(id, name);
        this.partner = partner;
    }

    @Override
    public SharedItem getPartner() {
        return partner;
    }
}
