package io.github.selfsame.eclipselink.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists with an order column, of values and of entities; maps keyed by a column, an embeddable and an enum. */
@Entity
public class Shelf extends PlainThing {

    @ElementCollection
    @CollectionTable(name = "Shelf_label")
    @OrderColumn(name = "label_order")
    private List<String> labels = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "Shelf_row")
    @OrderColumn(name = "row_order")
    private List<Book> row = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "Shelf_named")
    @MapKeyColumn(name = "named_key")
    private Map<String, Book> named = new HashMap<>();

    @OneToMany
    @JoinTable(name = "Shelf_placed")
    private Map<Slot, Book> placed = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "Shelf_spine")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "spine_color")
    @Column(name = "spine_text")
    private Map<Color, String> spines = new HashMap<>();

    protected Shelf() {}

    public Shelf(long id) {
        super(id);
    }

    public List<String> getLabels() {
        return labels;
    }

    public List<Book> getRow() {
        return row;
    }

    public Map<String, Book> getNamed() {
        return named;
    }

    public Map<Slot, Book> getPlaced() {
        return placed;
    }

    public Map<Color, String> getSpines() {
        return spines;
    }
}
