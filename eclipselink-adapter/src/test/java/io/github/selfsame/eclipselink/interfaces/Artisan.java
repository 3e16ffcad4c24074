package io.github.selfsame.eclipselink.interfaces;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Artisan implements Maker {

    @Id
    private long id;

    private String name;

    protected Artisan() {}

    Artisan(long id, String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
