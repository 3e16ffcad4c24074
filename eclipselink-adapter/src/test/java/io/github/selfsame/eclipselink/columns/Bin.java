package io.github.selfsame.eclipselink.columns;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Bin {

    @Id
    private long id;

    @Version
    private long version;

    /** The other side is written by another attribute. */
    @OneToMany(mappedBy = "bin")
    private List<Part> parts = new ArrayList<>();

    protected Bin() {}

    public Bin(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public List<Part> getParts() {
        return parts;
    }
}
