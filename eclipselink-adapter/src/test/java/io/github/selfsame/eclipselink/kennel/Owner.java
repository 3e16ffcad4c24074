package io.github.selfsame.eclipselink.kennel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Owner {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @OneToMany(mappedBy = "owner")
    @OrderBy("name")
    private List<Dog> dogs = new ArrayList<>();

    protected Owner() {}

    public Owner(long id, String name) {
        this.id = id;
        this.name = name;
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

    public List<Dog> getDogs() {
        return dogs;
    }

    public void setDogs(List<Dog> dogs) {
        this.dogs = dogs;
    }
}
