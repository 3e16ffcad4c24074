package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Each tenant may have a row with the same id: the tenant is part of the key in the database, but not of the id. */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Bud extends PlainThing {

    /** As the row says; {@code null} in what has been persisted and not read. */
    @Column(name = "TENANT", insertable = false, updatable = false)
    @SuppressWarnings("unused") // read by reflection
    private String tenant;

    @ManyToOne(fetch = FetchType.LAZY)
    private Leaf leaf;

    protected Bud() {}

    public Bud(long id) {
        super(id);
    }

    public Leaf getLeaf() {
        return leaf;
    }

    public void setLeaf(Leaf leaf) {
        this.leaf = leaf;
    }
}
