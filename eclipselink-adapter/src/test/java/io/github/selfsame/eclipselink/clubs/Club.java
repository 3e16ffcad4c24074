package io.github.selfsame.eclipselink.clubs;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.annotations.JoinFetch;
import org.eclipse.persistence.annotations.JoinFetchType;

/** Each query for clubs brings their fans, by a join; its values are sorted. */
@Entity
public class Club {

    @Id
    private long id;

    @OneToMany(mappedBy = "club")
    @JoinFetch(JoinFetchType.OUTER)
    private Set<Fan> fans;

    @ManyToMany
    @JoinTable(
            name = "Partner",
            joinColumns = @JoinColumn(name = "club_id"),
            inverseJoinColumns = @JoinColumn(name = "other_id"))
    @OrderBy("id")
    private List<Club> partners;

    @ElementCollection
    @CollectionTable(name = "Song", joinColumns = @JoinColumn(name = "club_id"))
    @Column(name = "title")
    @OrderBy
    private List<String> songs;

    public long getId() {
        return id;
    }

    public Set<Fan> getFans() {
        return fans;
    }

    public List<Club> getPartners() {
        return partners;
    }

    public List<String> getSongs() {
        return songs;
    }
}
