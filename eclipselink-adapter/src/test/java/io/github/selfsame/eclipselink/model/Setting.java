package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** Never in the shared cache. */
@Entity
@Cacheable(false)
public class Setting extends VersionedThing {

    @ManyToOne
    private Person person;

    protected Setting() {}

    public Setting(long id) {
        super(id);
    }

    public Person getPerson() {
        return person;
    }

    public void setPerson(Person person) {
        this.person = person;
    }
}
