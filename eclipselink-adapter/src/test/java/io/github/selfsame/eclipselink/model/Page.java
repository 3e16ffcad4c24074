package io.github.selfsame.eclipselink.model;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

/** Part of its key is that of the entity it belongs to. */
@Entity
public class Page {

    @EmbeddedId
    private PageId id;

    private String name;

    @MapsId("bookId")
    @ManyToOne(fetch = FetchType.LAZY)
    private Book book;

    protected Page() {}

    public Page(PageId id, Book book) {
        this.id = id;
        this.book = book;
    }

    public PageId getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Book getBook() {
        return book;
    }
}
