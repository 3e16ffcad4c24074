package io.github.selfsame.eclipselink.tenants;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.eclipse.persistence.annotations.AdditionalCriteria;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantTableDiscriminator;
import org.eclipse.persistence.annotations.TenantTableDiscriminatorType;

/** In a table of its tenant, of which an EntityManager sees what it has been told to. */
@Entity
@Cacheable(false)
@Multitenant(MultitenantType.TABLE_PER_TENANT)
@TenantTableDiscriminator(type = TenantTableDiscriminatorType.SUFFIX, contextProperty = "eclipselink.tenant-id")
@AdditionalCriteria("this.color = :color")
public class Egg {

    @Id
    private long id;

    private String color;

    protected Egg() {}

    public String getColor() {
        return color;
    }
}
