package io.github.selfsame.eclipselink.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Versioned; references itself; has embeddables and element collections of each kind. */
@Entity
public class Person extends VersionedThing {

    @ManyToOne(fetch = FetchType.LAZY)
    private Person boss;

    @OneToMany(mappedBy = "boss")
    @OrderBy("name, id")
    private List<Person> reports = new ArrayList<>();

    @OneToMany(mappedBy = "owner")
    private Set<Animal> pets = new HashSet<>();

    @OneToOne(mappedBy = "person", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    private Passport passport;

    @Embedded
    private Address address;

    @ElementCollection
    private Set<String> tags = new HashSet<>();

    @ElementCollection
    @OrderColumn
    private List<Phone> phones = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "trait")
    @Column(name = "degree")
    private Map<String, String> traits = new HashMap<>();

    protected Person() {}

    public Person(long id) {
        super(id);
    }

    public Person getBoss() {
        return boss;
    }

    public void setBoss(Person boss) {
        this.boss = boss;
    }

    public List<Person> getReports() {
        return reports;
    }

    public void setReports(List<Person> reports) {
        this.reports = reports;
    }

    public Set<Animal> getPets() {
        return pets;
    }

    public void setPets(Set<Animal> pets) {
        this.pets = pets;
    }

    public Passport getPassport() {
        return passport;
    }

    public void setPassport(Passport passport) {
        this.passport = passport;
    }

    public Address getAddress() {
        return address;
    }

    public void setAddress(Address address) {
        this.address = address;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = tags;
    }

    public List<Phone> getPhones() {
        return phones;
    }

    public void setPhones(List<Phone> phones) {
        this.phones = phones;
    }

    public Map<String, String> getTraits() {
        return traits;
    }

    public void setTraits(Map<String, String> traits) {
        this.traits = traits;
    }
}
