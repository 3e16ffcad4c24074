package io.github.selfsame.eclipselink.isolation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.eclipse.persistence.annotations.ReadOnly;

/** Is never written. */
@Entity
@ReadOnly
public class Constant {

    @Id
    private long id;

    private String name;

    protected Constant() {}

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
