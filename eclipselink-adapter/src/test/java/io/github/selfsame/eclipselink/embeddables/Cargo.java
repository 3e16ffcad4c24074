package io.github.selfsame.eclipselink.embeddables;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

/** Has an embeddable that is replaced as a whole. */
@Entity
public class Cargo {

    @Id
    private long id;

    @Embedded
    private Progress progress;

    @Embedded
    private Itinerary itinerary = new Itinerary(List.of());

    protected Cargo() {}

    public Cargo(long id, Progress progress) {
        this.id = id;
        this.progress = progress;
    }

    public Itinerary getItinerary() {
        return itinerary;
    }

    public void setItinerary(Itinerary itinerary) {
        this.itinerary = itinerary;
    }

    public Progress getProgress() {
        return progress;
    }

    public void setProgress(Progress progress) {
        this.progress = progress;
    }
}
