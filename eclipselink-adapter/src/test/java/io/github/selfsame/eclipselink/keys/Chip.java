package io.github.selfsame.eclipselink.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
public class Chip {

    @Id
    @Convert(converter = UuidConverter.class)
    @Column(columnDefinition = "BINARY(16)")
    private UUID id;

    private String name;

    protected Chip() {}

    public Chip(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
