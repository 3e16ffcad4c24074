package io.github.selfsame.eclipselink.selections;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.QueryRedirectors;

/** Queries for guests are run by code of the application. */
@Entity
@QueryRedirectors(readAll = ExpectedGuests.class, readObject = ExpectedGuests.class)
public class Guest {

    @Id
    private long id;

    private boolean expected;

    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    protected Guest() {}

    public Guest(long id, boolean expected, Team team) {
        this.id = id;
        this.expected = expected;
        this.team = team;
    }

    public long getId() {
        return id;
    }

    public boolean isExpected() {
        return expected;
    }

    public Team getTeam() {
        return team;
    }
}
