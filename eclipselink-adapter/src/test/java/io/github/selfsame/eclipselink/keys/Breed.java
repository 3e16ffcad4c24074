package io.github.selfsame.eclipselink.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Has a decimal key, and a code that others refer to by. */
@Entity
public class Breed {

    @Id
    @Column(precision = 12, scale = 2)
    private BigDecimal id;

    @Version
    private int version;

    @Column(unique = true)
    private String code;

    @OneToMany(mappedBy = "breed")
    @OrderBy("name")
    private List<Pup> pups = new ArrayList<>();

    protected Breed() {}

    public Breed(BigDecimal id, String code) {
        this.id = id;
        this.code = code;
    }

    public BigDecimal getId() {
        return id;
    }

    public void setId(BigDecimal id) {
        this.id = id;
    }

    public String getCode() {
        return code;
    }

    public List<Pup> getPups() {
        return pups;
    }
}
