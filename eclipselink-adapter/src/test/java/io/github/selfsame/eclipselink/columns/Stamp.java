package io.github.selfsame.eclipselink.columns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Has nothing that only its row could tell after an update. */
@Entity
public class Stamp {

    @Id
    private long id;

    @Version
    private long version;

    @Column(updatable = false)
    private String motif;

    private int price;

    protected Stamp() {}

    public Stamp(long id, String motif) {
        this.id = id;
        this.motif = motif;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getMotif() {
        return motif;
    }

    public int getPrice() {
        return price;
    }

    public void setPrice(int price) {
        this.price = price;
    }
}
