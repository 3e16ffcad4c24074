package io.github.selfsame.eclipselink.columns;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** Shows columns that it does not write, in every way. */
@Entity
public class Part {

    @Id
    private long id;

    @Version
    private long version;

    /** Written by the reference, shown as a value too. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "SPARE_ID")
    private Bin spare;

    @Column(name = "SPARE_ID", insertable = false, updatable = false)
    private Long spareId;

    /** Written as a value, shown as a reference too. */
    @Column(name = "BIN_ID")
    private Long binId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "BIN_ID", insertable = false, updatable = false)
    private Bin bin;

    private int weight;

    /** The database computes what is in it. */
    @Embedded
    private Sums sums = new Sums();

    /** Is what it was in the beginning. */
    @Column(updatable = false)
    private String origin;

    protected Part() {}

    public Part(long id, Bin spare, Long binId, int weight) {
        this.id = id;
        this.spare = spare;
        this.binId = binId;
        this.weight = weight;
        this.origin = "here";
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Bin getSpare() {
        return spare;
    }

    public void setSpare(Bin spare) {
        this.spare = spare;
    }

    public Long getSpareId() {
        return spareId;
    }

    public void setSpareId(Long spareId) {
        this.spareId = spareId;
    }

    public Long getBinId() {
        return binId;
    }

    public void setBinId(Long binId) {
        this.binId = binId;
    }

    public Bin getBin() {
        return bin;
    }

    public int getWeight() {
        return weight;
    }

    public void setWeight(int weight) {
        this.weight = weight;
    }

    public Sums getSums() {
        return sums;
    }

    public String getOrigin() {
        return origin;
    }

    public void setOrigin(String origin) {
        this.origin = origin;
    }
}
