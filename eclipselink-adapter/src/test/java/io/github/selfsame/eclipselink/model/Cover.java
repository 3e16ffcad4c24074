package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;

/** The other side of a one-to-one association. */
@Entity
public class Cover extends PlainThing {

    @OneToOne(mappedBy = "cover")
    private Book book;

    protected Cover() {}

    public Cover(long id) {
        super(id);
    }

    public Book getBook() {
        return book;
    }

    public void setBook(Book book) {
        this.book = book;
    }
}
