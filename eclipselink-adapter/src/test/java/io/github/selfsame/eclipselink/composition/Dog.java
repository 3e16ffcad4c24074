package io.github.selfsame.eclipselink.composition;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** A dog whose toys are its own, in contrast to those of the kennel. */
@Entity
public class Dog {

    @Id
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Owner owner;

    @OneToMany(mappedBy = "dog")
    private List<Toy> toys = new ArrayList<>();

    protected Dog() {}

    public Dog(long id, String name, Owner owner) {
        this.id = id;
        this.name = name;
        this.owner = owner;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Owner getOwner() {
        return owner;
    }

    public List<Toy> getToys() {
        return toys;
    }
}
