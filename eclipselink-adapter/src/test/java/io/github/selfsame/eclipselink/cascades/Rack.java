package io.github.selfsame.eclipselink.cascades;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.annotations.CascadeOnDelete;

/** The database deletes its slots with it, and nobody else does. */
@Entity
@Cacheable(false)
public class Rack {

    @Id
    private long id;

    @Version
    private long version;

    @OneToMany(mappedBy = "rack")
    @CascadeOnDelete
    private List<Slot> slots = new ArrayList<>();

    protected Rack() {}

    public Rack(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public List<Slot> getSlots() {
        return slots;
    }
}
