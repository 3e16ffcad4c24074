package io.github.selfsame.eclipselink.keyforms;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.util.List;
import java.util.Set;

/** The database takes its keys for equal whatever their case, as many do by default. */
@Entity
public class Member {

    static final String KEY = "VARCHAR_IGNORECASE(10)";

    @Id
    @Column(columnDefinition = KEY)
    private String id;

    @OneToMany(mappedBy = "author")
    @OrderBy("id")
    private List<Post> posts;

    @OneToOne(mappedBy = "winner", fetch = FetchType.LAZY)
    private Post best;

    @ElementCollection
    @CollectionTable(name = "Nickname", joinColumns = @JoinColumn(name = "member_id", columnDefinition = KEY))
    @Column(name = "nickname")
    private Set<String> nicknames;

    @ManyToMany
    @JoinTable(
            name = "Friend",
            joinColumns = @JoinColumn(name = "member_id", columnDefinition = KEY),
            inverseJoinColumns = @JoinColumn(name = "friend_id", columnDefinition = KEY))
    @OrderBy("id")
    private List<Member> friends;

    public String getId() {
        return id;
    }

    public List<Post> getPosts() {
        return posts;
    }

    public Post getBest() {
        return best;
    }

    public Set<String> getNicknames() {
        return nicknames;
    }

    public List<Member> getFriends() {
        return friends;
    }
}
