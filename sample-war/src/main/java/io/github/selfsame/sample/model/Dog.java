package io.github.selfsame.sample.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dog with an owner, some toys, and a favourite toy or none. */
@Entity
public class Dog {

    @Id
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Owner owner;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Toy favoriteToy;

    @ManyToMany
    @JoinTable(name = "DOG_TOY")
    private List<Toy> toys = new ArrayList<>();

    @Version
    private long version;

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

    public void setName(String name) {
        this.name = name;
    }

    public Owner getOwner() {
        return owner;
    }

    public @Nullable Toy getFavoriteToy() {
        return favoriteToy;
    }

    public void setFavoriteToy(@Nullable Toy favoriteToy) {
        this.favoriteToy = favoriteToy;
    }

    public List<Toy> getToys() {
        return toys;
    }
}
