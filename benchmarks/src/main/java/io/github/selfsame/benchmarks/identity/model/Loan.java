package io.github.selfsame.benchmarks.identity.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** That somebody has had a book. */
@Entity
public class Loan {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Book book;

    @Version
    private long version;

    protected Loan() {}

    public Loan(long id, Book book) {
        this.id = id;
        this.book = book;
    }

    public long getId() {
        return id;
    }

    public Book getBook() {
        return book;
    }
}
