package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Belongs to a tenant. */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id")
public class Leaf extends VersionedThing {

    /** As the row says; {@code null} in what has been persisted and not read. */
    @Column(name = "TENANT", insertable = false, updatable = false)
    @SuppressWarnings("unused") // read by reflection
    private String tenant;

    @ManyToOne(fetch = FetchType.LAZY)
    private Leaf twig;

    @OneToMany(mappedBy = "leaf")
    @OrderBy("id")
    private List<Bud> buds = new ArrayList<>();

    protected Leaf() {}

    public Leaf(long id) {
        super(id);
    }

    public List<Bud> getBuds() {
        return buds;
    }

    public Leaf getTwig() {
        return twig;
    }

    public void setTwig(Leaf twig) {
        this.twig = twig;
    }
}
