package io.github.selfsame.eclipselink.defaults;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Has no defaults. */
@Entity
public class Street {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @OneToMany(mappedBy = "street")
    @OrderBy("id")
    private List<House> houses = new ArrayList<>();

    protected Street() {}

    public Street(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<House> getHouses() {
        return houses;
    }
}
