package io.github.selfsame.eclipselink.values;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.util.Date;

/** Has a value that can be changed in place, and no version. */
@SuppressWarnings({"deprecation", "JavaUtilDate"}) // required before Jakarta Persistence 3.2
@Entity
public class Draft {

    @Id
    private long id;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "WRITTEN_AT")
    private Date written = new Date(1000);

    public Draft() {}

    public Draft(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public Date getWritten() {
        return written;
    }
}
