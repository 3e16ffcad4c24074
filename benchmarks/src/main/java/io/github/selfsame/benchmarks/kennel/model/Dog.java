package io.github.selfsame.benchmarks.kennel.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dog with an owner, some toys, and a favourite toy or none. */
@Entity
@Table(name = "dog")
public class Dog {

    @Id
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "owner_id")
    private Owner owner;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "favorite_toy_id")
    private @Nullable Toy favoriteToy;

    @ManyToMany
    @JoinTable(
            name = "dog_toy",
            joinColumns = @JoinColumn(name = "dog_id"),
            inverseJoinColumns = @JoinColumn(name = "toy_id"))
    private List<Toy> toys = new ArrayList<>();

    @Version
    private long version;

    protected Dog() {}

    public Dog(long id, String name, Owner owner, @Nullable Toy favoriteToy) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.favoriteToy = favoriteToy;
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

    public @Nullable Toy getFavoriteToy() {
        return favoriteToy;
    }

    public List<Toy> getToys() {
        return toys;
    }
}
