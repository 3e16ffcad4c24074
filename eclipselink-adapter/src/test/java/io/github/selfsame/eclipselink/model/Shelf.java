package io.github.selfsame.eclipselink.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Owns what is ordered by a column, and has maps keyed by an enum, an embeddable and an entity. */
@Entity
public class Shelf {

    @Id
    private long id;

    @Version
    private Integer changed;

    private String name;

    @Column(unique = true)
    private String code;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @JoinColumn(name = "shelf_id")
    @OrderColumn
    private List<Board> boards = new ArrayList<>();

    @OneToOne(cascade = {CascadeType.MERGE, CascadeType.REFRESH, CascadeType.DETACH})
    private Box favorite;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "size_name")
    private Map<Size, String> labels = new HashMap<>();

    @ElementCollection
    private Map<Spot, String> spots = new HashMap<>();

    @ElementCollection
    @MapKeyJoinColumn(name = "person_id")
    private Map<Person, String> keepers = new HashMap<>();

    protected Shelf() {}

    public Shelf(long id) {
        this.id = id;
        this.code = "c" + id;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCode() {
        return code;
    }

    public List<Board> getBoards() {
        return boards;
    }

    public void setBoards(List<Board> boards) {
        this.boards = boards;
    }

    public Box getFavorite() {
        return favorite;
    }

    public void setFavorite(Box favorite) {
        this.favorite = favorite;
    }

    public Map<Size, String> getLabels() {
        return labels;
    }

    public void setLabels(Map<Size, String> labels) {
        this.labels = labels;
    }

    public Map<Spot, String> getSpots() {
        return spots;
    }

    public void setSpots(Map<Spot, String> spots) {
        this.spots = spots;
    }

    public Map<Person, String> getKeepers() {
        return keepers;
    }

    public void setKeepers(Map<Person, String> keepers) {
        this.keepers = keepers;
    }
}
