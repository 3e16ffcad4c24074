package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** Has an ordered many-to-many association, of both directions. */
@Entity
public class Playlist extends VersionedThing {

    @ManyToMany
    @OrderColumn
    private List<Track> tracks = new ArrayList<>();

    protected Playlist() {}

    public Playlist(long id) {
        super(id);
    }

    public List<Track> getTracks() {
        return tracks;
    }

    public void setTracks(List<Track> tracks) {
        this.tracks = tracks;
    }
}
