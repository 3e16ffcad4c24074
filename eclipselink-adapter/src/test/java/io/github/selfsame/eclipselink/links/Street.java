package io.github.selfsame.eclipselink.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Street {

    @Id
    private long id;

    @Column(unique = true)
    private String code;

    private String name;

    @OneToMany(mappedBy = "street")
    private List<Parcel> parcels = new ArrayList<>();

    protected Street() {}

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Parcel> getParcels() {
        return parcels;
    }
}
