package io.github.selfsame.eclipselink.tenants;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A row belongs to the tenant that its discriminator column names. */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id")
public class Barn {

    @Id
    private long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY)
    private Farm farm;

    protected Barn() {}

    public Barn(long id, Farm farm) {
        this.id = id;
        this.farm = farm;
        farm.getBarns().add(this);
    }

    public Farm getFarm() {
        return farm;
    }
}
