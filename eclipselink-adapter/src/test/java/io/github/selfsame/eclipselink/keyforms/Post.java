package io.github.selfsame.eclipselink.keyforms;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

@Entity
public class Post {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(columnDefinition = Member.KEY)
    private Member author;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(columnDefinition = Member.KEY)
    private Member winner;

    public long getId() {
        return id;
    }

    public Member getAuthor() {
        return author;
    }

    public Member getWinner() {
        return winner;
    }
}
