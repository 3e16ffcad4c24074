package io.github.selfsame.eclipselink.embeddables;

import jakarta.persistence.Embeddable;

/** An embeddable in an embeddable. */
@Embeddable
public class Activity {

    /** An application's constant, which many instances share. */
    static final Activity NONE = new Activity("none");

    private String kind;

    protected Activity() {}

    public Activity(String kind) {
        this.kind = kind;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }
}
