package io.github.selfsame.eclipselink.randommodels;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
public class Spoke implements Part {

    @Id
    private long id;

    private int version;
    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Hub hub;

    @ManyToOne(fetch = FetchType.LAZY)
    private Spoke parent;

    @OneToMany(mappedBy = "parent")
    private Set<Spoke> children = new HashSet<>();

    @ManyToMany
    private List<Tip> tips = new ArrayList<>();

    @ManyToOne
    private Tip first;

    protected Spoke() {}

    public Spoke(long id) {
        this.id = id;
        this.name = "spoke " + id;
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

    public Hub getHub() {
        return hub;
    }

    public void setHub(Hub hub) {
        this.hub = hub;
    }

    public Spoke getParent() {
        return parent;
    }

    public void setParent(Spoke parent) {
        this.parent = parent;
    }

    public Set<Spoke> getChildren() {
        return children;
    }

    public List<Tip> getTips() {
        return tips;
    }

    public Tip getFirst() {
        return first;
    }

    public void setFirst(Tip first) {
        this.first = first;
    }
}
