package io.github.selfsame.eclipselink.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantTableDiscriminator;
import org.eclipse.persistence.annotations.TenantTableDiscriminatorType;

/** Each tenant has tables of its own, with the tenant's name at the end. */
@Entity
@Multitenant(MultitenantType.TABLE_PER_TENANT)
@TenantTableDiscriminator(type = TenantTableDiscriminatorType.SUFFIX, contextProperty = "eclipselink.tenant-id")
public class Nut extends PlainThing {

    /** As the table's default says; {@code null} in what has been persisted and not read. */
    @Column(name = "TENANT", insertable = false, updatable = false)
    @SuppressWarnings("unused") // read by reflection
    private String tenant;

    @ManyToOne(fetch = FetchType.LAZY)
    private Nut next;

    @ElementCollection
    @CollectionTable(name = "NUT_GRAINS")
    private Set<String> grains = new HashSet<>();

    protected Nut() {}

    public Nut(long id) {
        super(id);
    }

    public Nut getNext() {
        return next;
    }

    public void setNext(Nut next) {
        this.next = next;
    }

    public Set<String> getGrains() {
        return grains;
    }
}
