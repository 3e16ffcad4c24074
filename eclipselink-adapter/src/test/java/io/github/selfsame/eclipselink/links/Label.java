package io.github.selfsame.eclipselink.links;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Label {

    @Id
    private long id;

    private String text;

    protected Label() {}

    public long getId() {
        return id;
    }

    public String getText() {
        return text;
    }
}
