package io.github.selfsame.eclipselink.links;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has the less common kinds of links. */
@Entity
public class Parcel {

    @Id
    private long id;

    /** By a column that is no primary key. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "street_code", referencedColumnName = "code")
    private Street street;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinTable(
            name = "Parcel_Label",
            joinColumns = @JoinColumn(name = "parcel_id"),
            inverseJoinColumns = @JoinColumn(name = "label_id"))
    private Label label;

    /** The link table may have a row twice. */
    @ManyToMany
    @JoinTable(
            name = "Parcel_Stamp",
            joinColumns = @JoinColumn(name = "parcel_id"),
            inverseJoinColumns = @JoinColumn(name = "stamp_id"))
    private List<Label> stamps = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "Parcel_Mark",
            joinColumns = @JoinColumn(name = "parcel_id"),
            inverseJoinColumns = @JoinColumn(name = "label_id"))
    @MapKeyColumn(name = "place")
    private Map<String, Label> marks = new HashMap<>();

    @ElementCollection
    @OrderColumn(name = "position")
    private List<Stop> stops = new ArrayList<>();

    @ElementCollection
    @OrderColumn(name = "position")
    private List<String> remarks = new ArrayList<>();

    protected Parcel() {}

    public long getId() {
        return id;
    }

    public Street getStreet() {
        return street;
    }

    public Label getLabel() {
        return label;
    }

    public List<Label> getStamps() {
        return stamps;
    }

    public Map<String, Label> getMarks() {
        return marks;
    }

    public List<Stop> getStops() {
        return stops;
    }

    public List<String> getRemarks() {
        return remarks;
    }
}
