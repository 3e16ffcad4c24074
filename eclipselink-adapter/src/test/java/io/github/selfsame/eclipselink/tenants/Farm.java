package io.github.selfsame.eclipselink.tenants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A row belongs to the tenant that its discriminator column names. */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id")
public class Farm {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @OneToMany(mappedBy = "farm")
    private List<Barn> barns = new ArrayList<>();

    protected Farm() {}

    public Farm(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Barn> getBarns() {
        return barns;
    }
}
