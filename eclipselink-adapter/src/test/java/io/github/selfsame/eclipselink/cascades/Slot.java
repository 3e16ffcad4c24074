package io.github.selfsame.eclipselink.cascades;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.CascadeOnDelete;

/** The database deletes its pin with it, which is the reference's other side. */
@Entity
@Cacheable(false)
public class Slot {

    @Id
    private long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    private Rack rack;

    @OneToOne(mappedBy = "slot", fetch = FetchType.LAZY)
    @CascadeOnDelete
    private Pin pin;

    protected Slot() {}

    public Slot(long id, Rack rack) {
        this.id = id;
        this.rack = rack;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Rack getRack() {
        return rack;
    }

    public Pin getPin() {
        return pin;
    }

    public void setPin(Pin pin) {
        this.pin = pin;
    }
}
