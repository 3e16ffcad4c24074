package io.github.selfsame.eclipselink.keyforms;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.util.List;

/** Its keys have decimals, those of who refers to it have none. */
@Entity
public class Gauge {

    @Id
    @Column(columnDefinition = "DECIMAL(10,2)")
    private BigDecimal id;

    @OneToMany(mappedBy = "gauge")
    @OrderBy("id")
    private List<Reading> readings;

    @ElementCollection
    @CollectionTable(name = "Mark", joinColumns = @JoinColumn(name = "gauge_id", columnDefinition = "DECIMAL(10,0)"))
    @Column(name = "mark")
    @OrderColumn(name = "place")
    private List<String> marks;

    public BigDecimal getId() {
        return id;
    }

    public List<Reading> getReadings() {
        return readings;
    }

    public List<String> getMarks() {
        return marks;
    }
}
