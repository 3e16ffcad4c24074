package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The key of a {@link Page}: that of its book, and a number. */
@Embeddable
public class PageId implements Serializable {

    private static final long serialVersionUID = 1L;

    private long bookId;

    @Column(name = "page_number")
    private int number;

    protected PageId() {}

    public PageId(long bookId, int number) {
        this.bookId = bookId;
        this.number = number;
    }

    public long getBookId() {
        return bookId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageId id && id.bookId == bookId && id.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bookId) * 31 + number;
    }

    @Override
    public String toString() {
        return bookId + "." + number;
    }
}
