package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.HashMap;
import java.util.Map;

/** Has a converted key, no version, and a map keyed by an attribute of its values. */
@Entity
public class Country {

    @Id
    @Convert(converter = CountryCodeConverter.class)
    private CountryCode id;

    private String name;

    @OneToMany(mappedBy = "country")
    @MapKey(name = "name")
    private Map<String, City> cities = new HashMap<>();

    protected Country() {}

    public Country(CountryCode id) {
        this.id = id;
    }

    public CountryCode getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Map<String, City> getCities() {
        return cities;
    }

    public void setCities(Map<String, City> cities) {
        this.cities = cities;
    }
}
