package io.github.selfsame.eclipselink.kennel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity without a version. */
@Entity
public class Note {

    @Id
    private long id;

    private String text;

    protected Note() {}

    public Note(long id, String text) {
        this.id = id;
        this.text = text;
    }

    public long getId() {
        return id;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
