package io.github.selfsame.eclipselink.keyforms;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
public class Reading {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(columnDefinition = "DECIMAL(10,0)")
    private Gauge gauge;

    public long getId() {
        return id;
    }

    public Gauge getGauge() {
        return gauge;
    }
}
