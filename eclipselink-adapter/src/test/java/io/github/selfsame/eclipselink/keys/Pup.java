package io.github.selfsame.eclipselink.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Has a generated key, refers to a column that is no key, and compares in a way that no map can use. */
@Entity
public class Pup {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "breed_code", referencedColumnName = "code")
    private Breed breed;

    /** Eager, so that it is there when the instance is told that it was loaded. */
    @ManyToOne
    private Kind kind;

    @Transient
    private List<String> seen = List.of();

    protected Pup() {}

    public Pup(String name, Breed breed, Kind kind) {
        this.name = name;
        this.breed = breed;
        this.kind = kind;
    }

    @PostLoad
    void loaded() {
        List<String> grown = new ArrayList<>(seen);
        grown.add(kind == null ? "nothing" : kind.getName());
        seen = grown;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Breed getBreed() {
        return breed;
    }

    public void setBreed(Breed breed) {
        this.breed = breed;
    }

    public Kind getKind() {
        return kind;
    }

    public List<String> getSeen() {
        return seen;
    }

    @Override
    public boolean equals(Object other) {
        throw new IllegalStateException("equals of an entity was called");
    }

    @Override
    public int hashCode() {
        throw new IllegalStateException("hashCode of an entity was called");
    }
}
