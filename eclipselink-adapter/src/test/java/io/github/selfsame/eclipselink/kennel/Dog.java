package io.github.selfsame.eclipselink.kennel;

import jakarta.persistence.ColumnResult;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@SqlResultSetMapping(
        name = "DogWithToyCount",
        entities = @EntityResult(entityClass = Dog.class),
        columns = @ColumnResult(name = "toyCount"))
public class Dog {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Owner owner;

    @ManyToOne(fetch = FetchType.LAZY)
    private Toy favoriteToy;

    @ManyToMany
    private List<Toy> toys = new ArrayList<>();

    @ElementCollection
    private Set<String> nicknames = new HashSet<>();

    @Embedded
    private Collar collar;

    @Transient
    private int loads;

    protected Dog() {}

    public Dog(long id, String name, Owner owner) {
        this.id = id;
        this.name = name;
        this.owner = owner;
    }

    @PostLoad
    void loaded() {
        loads++;
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Owner getOwner() {
        return owner;
    }

    public void setOwner(Owner owner) {
        this.owner = owner;
    }

    public Toy getFavoriteToy() {
        return favoriteToy;
    }

    public void setFavoriteToy(Toy favoriteToy) {
        this.favoriteToy = favoriteToy;
    }

    public List<Toy> getToys() {
        return toys;
    }

    public Set<String> getNicknames() {
        return nicknames;
    }

    public Collar getCollar() {
        return collar;
    }

    public void setCollar(Collar collar) {
        this.collar = collar;
    }

    public int getLoads() {
        return loads;
    }
}
