package io.github.selfsame.eclipselink.embeddedkeys;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Others refer to it by a column that is in an embeddable. */
@Entity
public class Shop {

    @Id
    private long id;

    @Embedded
    private Address address;

    @OneToMany
    @JoinColumn(name = "shop_code", referencedColumnName = "code", insertable = false, updatable = false)
    @OrderBy("id")
    private List<Visit> visits = new ArrayList<>();

    protected Shop() {}

    public Shop(long id, Address address) {
        this.id = id;
        this.address = address;
    }

    public long getId() {
        return id;
    }

    public Address getAddress() {
        return address;
    }

    public List<Visit> getVisits() {
        return visits;
    }
}
