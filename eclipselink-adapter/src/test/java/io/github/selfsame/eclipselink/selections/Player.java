package io.github.selfsame.eclipselink.selections;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

@Entity
public class Player {

    @Id
    private long id;

    @Version
    private long version;

    private boolean active;

    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    protected Player() {}

    public Player(long id, boolean active, Team team) {
        this.id = id;
        this.active = active;
        this.team = team;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Team getTeam() {
        return team;
    }
}
