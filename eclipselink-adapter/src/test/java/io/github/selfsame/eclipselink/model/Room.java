package io.github.selfsame.eclipselink.model;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;

/** Has an embedded key; many-to-many in one direction. */
@Entity
public class Room {

    @EmbeddedId
    private RoomId id;

    @Version
    private Long version;

    private String name;

    @ManyToMany
    private Set<Person> guests = new HashSet<>();

    protected Room() {}

    public Room(RoomId id) {
        this.id = id;
    }

    public RoomId getId() {
        return id;
    }

    public Long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Set<Person> getGuests() {
        return guests;
    }

    public void setGuests(Set<Person> guests) {
        this.guests = guests;
    }
}
