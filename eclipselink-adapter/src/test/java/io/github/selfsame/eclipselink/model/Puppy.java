package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Puppy extends Animal {

    @ManyToOne(fetch = FetchType.LAZY)
    private Cat friend;

    protected Puppy() {}

    public Puppy(long id) {
        super(id);
    }

    public Cat getFriend() {
        return friend;
    }

    public void setFriend(Cat friend) {
        this.friend = friend;
    }
}
