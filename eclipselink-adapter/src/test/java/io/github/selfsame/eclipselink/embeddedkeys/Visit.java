package io.github.selfsame.eclipselink.embeddedkeys;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Refers to what is not the key of its target. */
@Entity
public class Visit {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "shop_code", referencedColumnName = "code")
    private Shop shop;

    protected Visit() {}

    public Visit(long id, Shop shop) {
        this.id = id;
        this.shop = shop;
    }

    public long getId() {
        return id;
    }

    public Shop getShop() {
        return shop;
    }

    public void setShop(Shop shop) {
        this.shop = shop;
    }
}
