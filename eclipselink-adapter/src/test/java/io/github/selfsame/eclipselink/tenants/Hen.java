package io.github.selfsame.eclipselink.tenants;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantTableDiscriminator;
import org.eclipse.persistence.annotations.TenantTableDiscriminatorType;

/** Each tenant has a table of its own, with the tenant's name at the end. */
@Entity
@Multitenant(MultitenantType.TABLE_PER_TENANT)
@TenantTableDiscriminator(type = TenantTableDiscriminatorType.SUFFIX, contextProperty = "eclipselink.tenant-id")
public class Hen {

    @Id
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Hut hut;

    protected Hen() {}

    public Hen(long id, String name, Hut hut) {
        this.id = id;
        this.name = name;
        this.hut = hut;
        hut.getHens().add(this);
    }

    public String getName() {
        return name;
    }

    public Hut getHut() {
        return hut;
    }
}
