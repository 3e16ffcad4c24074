package io.github.selfsame.eclipselink.clubs;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
public class Fan {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Club club;

    /** The database decides, and nothing else shows the column. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(insertable = false, updatable = false)
    private Club former;

    public long getId() {
        return id;
    }

    public Club getClub() {
        return club;
    }

    public Club getFormer() {
        return former;
    }
}
