package io.github.selfsame.eclipselink.kennel;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Toy {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Maker maker;

    @ManyToMany(mappedBy = "toys")
    private List<Dog> dogs = new ArrayList<>();

    protected Toy() {}

    public Toy(long id, String name, Maker maker) {
        this.id = id;
        this.name = name;
        this.maker = maker;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Maker getMaker() {
        return maker;
    }

    public void setMaker(Maker maker) {
        this.maker = maker;
    }

    public List<Dog> getDogs() {
        return dogs;
    }
}
