package io.github.selfsame.eclipselink.sharedtables;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** As much of an {@link Account} as lists show of it. */
@Entity
@Table(name = "account")
public class AccountName {

    @Id
    private long id;

    @Version
    private long version;

    private String name;

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
