package io.github.selfsame.eclipselink.values;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.util.Date;

@SuppressWarnings({"deprecation", "JavaUtilDate"}) // required before Jakarta Persistence 3.2
@Embeddable
public class Period {

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "ENDS_AT")
    private Date end = new Date(2000);

    public Date getEnd() {
        return end;
    }
}
