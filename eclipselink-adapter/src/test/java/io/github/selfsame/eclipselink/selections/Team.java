package io.github.selfsame.eclipselink.selections;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.annotations.Customizer;

/** Two of its associations have conditions of their own, by a customizer. */
@Entity
@Cacheable(false)
@Customizer(TeamSelections.class)
public class Team {

    @Id
    private long id;

    @Version
    private long version;

    @OneToMany(mappedBy = "team")
    @OrderBy("id")
    private List<Player> players = new ArrayList<>();

    /** Those of the players who are active. */
    @OneToMany(mappedBy = "team")
    @OrderBy("id")
    private List<Player> squad = new ArrayList<>();

    /** Nobody if that player is not active. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Player captain;

    @OneToMany(mappedBy = "team")
    @OrderBy("id")
    private List<Ticket> tickets = new ArrayList<>();

    @OneToMany(mappedBy = "team")
    @OrderBy("id")
    private List<Guest> guests = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY)
    private Guest host;

    protected Team() {}

    public Team(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public List<Player> getPlayers() {
        return players;
    }

    public List<Player> getSquad() {
        return squad;
    }

    public Player getCaptain() {
        return captain;
    }

    public void setCaptain(Player captain) {
        this.captain = captain;
    }

    public List<Ticket> getTickets() {
        return tickets;
    }

    public List<Guest> getGuests() {
        return guests;
    }

    public Guest getHost() {
        return host;
    }

    public void setHost(Guest host) {
        this.host = host;
    }
}
