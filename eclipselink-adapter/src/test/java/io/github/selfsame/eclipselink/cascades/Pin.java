package io.github.selfsame.eclipselink.cascades;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;

@Entity
@Cacheable(false)
public class Pin {

    @Id
    private long id;

    @Version
    private long version;

    @OneToOne(fetch = FetchType.LAZY)
    private Slot slot;

    protected Pin() {}

    public Pin(long id, Slot slot) {
        this.id = id;
        this.slot = slot;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Slot getSlot() {
        return slot;
    }
}
