package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Each tenant sees its own. */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant")
public class Parcel extends VersionedThing {

    @ManyToOne(fetch = FetchType.LAZY)
    private Person sender;

    protected Parcel() {}

    public Parcel(long id) {
        super(id);
    }

    public Person getSender() {
        return sender;
    }

    public void setSender(Person sender) {
        this.sender = sender;
    }
}
