package io.github.selfsame.eclipselink.composition;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Toy {

    @Id
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Dog dog;

    protected Toy() {}

    public Toy(long id, String name, Dog dog) {
        this.id = id;
        this.name = name;
        this.dog = dog;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Dog getDog() {
        return dog;
    }
}
