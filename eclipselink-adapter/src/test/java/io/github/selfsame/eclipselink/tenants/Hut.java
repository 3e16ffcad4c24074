package io.github.selfsame.eclipselink.tenants;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantTableDiscriminator;
import org.eclipse.persistence.annotations.TenantTableDiscriminatorType;

/**
 * Each tenant has tables of its own, with the tenant's name at the end. Without a version: EclipseLink can't use one in the
 * tables of several tenants.
 */
@Entity
@Multitenant(MultitenantType.TABLE_PER_TENANT)
@TenantTableDiscriminator(type = TenantTableDiscriminatorType.SUFFIX, contextProperty = "eclipselink.tenant-id")
public class Hut {

    @Id
    private long id;

    private String name;

    @OneToMany(mappedBy = "hut")
    private List<Hen> hens = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "HUT_TAGS")
    private Set<String> tags = new HashSet<>();

    protected Hut() {}

    public Hut(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Hen> getHens() {
        return hens;
    }

    public Set<String> getTags() {
        return tags;
    }
}
