package io.github.selfsame.eclipselink.selections;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.AdditionalCriteria;

/** Who may be seen depends on what an EntityManager has been told. */
@Entity
@Cacheable(false)
@AdditionalCriteria("this.town = :town")
public class Fan {

    @Id
    private long id;

    @Version
    private long version;

    private String town;

    @OneToOne(fetch = FetchType.LAZY)
    private Ticket ticket;

    protected Fan() {}

    public Fan(long id, String town, Ticket ticket) {
        this.id = id;
        this.town = town;
        this.ticket = ticket;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getTown() {
        return town;
    }

    public Ticket getTicket() {
        return ticket;
    }
}
