package io.github.selfsame.eclipselink.selections;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.AdditionalCriteria;

/** Is not removed, but only said to be. */
@Entity
@AdditionalCriteria("this.cancelled = false")
public class Ticket {

    @Id
    private long id;

    @Version
    private long version;

    private boolean cancelled;

    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    protected Ticket() {}

    public Ticket(long id, Team team) {
        this.id = id;
        this.team = team;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public void setCancelled(boolean cancelled) {
        this.cancelled = cancelled;
    }

    public Team getTeam() {
        return team;
    }
}
