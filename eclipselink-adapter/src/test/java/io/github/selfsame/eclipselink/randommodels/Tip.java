package io.github.selfsame.eclipselink.randommodels;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToOne;
import java.util.HashSet;
import java.util.Set;

/** Its key has one column or two. */
@Entity
public class Tip implements Part {

    @Id
    private long id;

    private int part;

    private int version;
    private String name;

    @OneToOne(mappedBy = "emblem", fetch = FetchType.LAZY)
    private Hub wearer;

    @ManyToMany(mappedBy = "tips")
    private Set<Spoke> spokes = new HashSet<>();

    protected Tip() {}

    public Tip(long id, int part) {
        this.id = id;
        this.part = part;
        this.name = "tip " + id + "/" + part;
    }

    @Override
    public Object key() {
        return id + "/" + part;
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

    public Hub getWearer() {
        return wearer;
    }

    public void setWearer(Hub wearer) {
        this.wearer = wearer;
    }

    public Set<Spoke> getSpokes() {
        return spokes;
    }
}
