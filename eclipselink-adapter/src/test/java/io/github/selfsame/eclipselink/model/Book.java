package io.github.selfsame.eclipselink.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;

/** Has a version that may be null, a reference to what is no key, a part that it owns, and parts with derived ids. */
@Entity
public class Book {

    @Id
    private long id;

    @Version
    private Long version;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_code", referencedColumnName = "code")
    private Author author;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.ALL, orphanRemoval = true)
    private Cover cover;

    @OneToMany(mappedBy = "book", cascade = CascadeType.REMOVE)
    private Set<Page> pages = new HashSet<>();

    @ManyToOne(fetch = FetchType.LAZY)
    private Law law;

    protected Book() {}

    public Book(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public Long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Author getAuthor() {
        return author;
    }

    public void setAuthor(Author author) {
        this.author = author;
    }

    public Cover getCover() {
        return cover;
    }

    public void setCover(Cover cover) {
        this.cover = cover;
    }

    public Set<Page> getPages() {
        return pages;
    }

    public Law getLaw() {
        return law;
    }

    public void setLaw(Law law) {
        this.law = law;
    }
}
