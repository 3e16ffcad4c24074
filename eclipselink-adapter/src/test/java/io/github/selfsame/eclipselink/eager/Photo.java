package io.github.selfsame.eclipselink.eager;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

@Entity
@Cacheable(false)
public class Photo {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Album album;

    @OneToOne(fetch = FetchType.LAZY)
    private Album coverOf;

    protected Photo() {}

    public Photo(long id, Album album) {
        this.id = id;
        this.album = album;
    }

    public long getId() {
        return id;
    }

    public Album getAlbum() {
        return album;
    }

    public void setAlbum(Album album) {
        this.album = album;
    }

    public Album getCoverOf() {
        return coverOf;
    }

    public void setCoverOf(Album coverOf) {
        this.coverOf = coverOf;
    }
}
