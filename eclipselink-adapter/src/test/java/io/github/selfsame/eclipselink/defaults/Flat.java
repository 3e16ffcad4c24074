package io.github.selfsame.eclipselink.defaults;

import io.github.selfsame.prefetch.DefaultPrefetch;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

@Entity
@DefaultPrefetch("house")
public class Flat {

    @Id
    private long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY)
    private House house;

    protected Flat() {}

    public Flat(long id, House house) {
        this.id = id;
        this.house = house;
    }

    public long getId() {
        return id;
    }

    public House getHouse() {
        return house;
    }
}
