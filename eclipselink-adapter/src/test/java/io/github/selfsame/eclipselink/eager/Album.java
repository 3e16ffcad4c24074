package io.github.selfsame.eclipselink.eager;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Has to load what refers to it. */
@Entity
@Cacheable(false)
public class Album {

    @Id
    private long id;

    @Version
    private long version;

    @OneToMany(mappedBy = "album", fetch = FetchType.EAGER, cascade = CascadeType.ALL)
    private List<Photo> photos = new ArrayList<>();

    @OneToOne(mappedBy = "coverOf", fetch = FetchType.EAGER)
    private Photo cover;

    protected Album() {}

    public Album(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public List<Photo> getPhotos() {
        return photos;
    }

    public void setPhotos(List<Photo> photos) {
        this.photos = photos;
    }

    public Photo getCover() {
        return cover;
    }
}
