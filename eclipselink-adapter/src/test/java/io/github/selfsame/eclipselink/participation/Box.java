package io.github.selfsame.eclipselink.participation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Takes part; its letters do not. */
@Entity
public class Box {

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @OneToMany(mappedBy = "box")
    @OrderBy("id")
    private List<Letter> letters = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY)
    private Letter latest;

    @ManyToOne(fetch = FetchType.EAGER)
    private Letter pinned;

    protected Box() {}

    public Box(long id, String name) {
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

    public List<Letter> getLetters() {
        return letters;
    }

    public Letter getLatest() {
        return latest;
    }

    public void setLatest(Letter latest) {
        this.latest = latest;
    }

    public Letter getPinned() {
        return pinned;
    }

    public void setPinned(Letter pinned) {
        this.pinned = pinned;
    }
}
