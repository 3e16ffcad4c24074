package io.github.selfsame.eclipselink.defaults;

import io.github.selfsame.prefetch.DefaultPrefetch;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
@DefaultPrefetch({"flats", "street"})
public class House {

    @Id
    private long id;

    @Version
    private int version;

    @OneToMany(mappedBy = "house")
    @OrderBy("id")
    private List<Flat> flats = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY)
    private Street street;

    protected House() {}

    public House(long id, Street street) {
        this.id = id;
        this.street = street;
    }

    public long getId() {
        return id;
    }

    public List<Flat> getFlats() {
        return flats;
    }

    public Street getStreet() {
        return street;
    }
}
