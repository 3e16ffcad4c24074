package io.github.selfsame.eclipselink.defaults;

import io.github.selfsame.prefetch.DefaultPrefetch;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Names what it does not have. */
@Entity
@DefaultPrefetch("flats")
public class Ruin {

    @Id
    private long id;

    public long getId() {
        return id;
    }
}
