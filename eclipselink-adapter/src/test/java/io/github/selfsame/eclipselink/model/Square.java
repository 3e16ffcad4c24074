package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;

@Entity
public class Square extends Shape {

    @OneToMany
    private Set<Circle> inner = new HashSet<>();

    protected Square() {}

    public Square(long id) {
        super(id);
    }

    public Set<Circle> getInner() {
        return inner;
    }

    public void setInner(Set<Circle> inner) {
        this.inner = inner;
    }
}
