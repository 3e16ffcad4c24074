package io.github.selfsame.eclipselink.randommodels;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;

/** The annotations say what is woven; how it is mapped differs from one model to the next. */
@Entity
public class Hub implements Part {

    @Id
    private long id;

    private int version;
    private String name;

    @ManyToMany
    private List<Spoke> spokes = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY)
    private Spoke favorite;

    @OneToOne(fetch = FetchType.LAZY)
    private Tip emblem;

    @ElementCollection
    private List<String> tags = new ArrayList<>();

    protected Hub() {}

    public Hub(long id) {
        this.id = id;
        this.name = "hub " + id;
    }

    @Override
    public Object key() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String name) {
        this.name = name;
    }

    public int getVersion() {
        return version;
    }

    public List<Spoke> getSpokes() {
        return spokes;
    }

    public Spoke getFavorite() {
        return favorite;
    }

    public void setFavorite(Spoke favorite) {
        this.favorite = favorite;
    }

    public Tip getEmblem() {
        return emblem;
    }

    public void setEmblem(Tip emblem) {
        this.emblem = emblem;
    }

    public List<String> getTags() {
        return tags;
    }
}
