package io.github.selfsame.eclipselink.participation;

import io.github.selfsame.IdentityMapped;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What is only recorded does not take part. */
@MappedSuperclass
@IdentityMapped(false)
public class Recorded {

    @Id
    private long id;

    private String text;

    protected Recorded() {}

    public Recorded(long id, String text) {
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
