package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Belongs to a tenant. */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id")
public class Leaf extends VersionedThing {

    @ManyToOne(fetch = FetchType.LAZY)
    private Leaf twig;

    protected Leaf() {}

    public Leaf(long id) {
        super(id);
    }

    public Leaf getTwig() {
        return twig;
    }

    public void setTwig(Leaf twig) {
        this.twig = twig;
    }
}
