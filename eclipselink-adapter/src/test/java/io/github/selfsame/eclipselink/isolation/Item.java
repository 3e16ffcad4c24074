package io.github.selfsame.eclipselink.isolation;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** What the items have in common. */
@MappedSuperclass
public abstract class Item {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @ElementCollection
    private List<String> words = new ArrayList<>();

    protected Item() {}

    protected Item(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<String> getWords() {
        return words;
    }

    public abstract Object getPartner();
}
