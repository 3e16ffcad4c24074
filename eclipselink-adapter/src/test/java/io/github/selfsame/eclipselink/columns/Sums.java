package io.github.selfsame.eclipselink.columns;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Sums {

    @Column(insertable = false, updatable = false)
    private Integer gross;

    public Integer getGross() {
        return gross;
    }
}
