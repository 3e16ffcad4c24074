package io.github.selfsame.benchmarks.identity.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Ten basic attributes, two lazy references and a lazy collection: an entity of usual size. */
@Entity
public class Book {

    @Id
    private long id;

    private String title;
    private String subtitle;
    private String author;
    private String isbn;
    private int pages;
    private boolean lent;
    private BigDecimal price;
    private LocalDate published;

    @ManyToOne(fetch = FetchType.LAZY)
    private Shelf home;

    @ManyToOne(fetch = FetchType.LAZY)
    private Shelf place;

    @OneToMany(mappedBy = "book")
    private List<Loan> loans = new ArrayList<>();

    @Version
    private long version;

    protected Book() {}

    public Book(long id, Shelf home, Shelf place) {
        this.id = id;
        this.title = "Title " + id;
        this.subtitle = "Subtitle " + id;
        this.author = "Author " + id;
        this.isbn = "ISBN " + id;
        this.pages = (int) id;
        this.lent = home != place;
        this.price = BigDecimal.TEN;
        this.published = LocalDate.of(2026, 1, 1);
        this.home = home;
        this.place = place;
    }

    public long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public String getSubtitle() {
        return subtitle;
    }

    public String getAuthor() {
        return author;
    }

    public String getIsbn() {
        return isbn;
    }

    public int getPages() {
        return pages;
    }

    public boolean isLent() {
        return lent;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public LocalDate getPublished() {
        return published;
    }

    public Shelf getHome() {
        return home;
    }

    public Shelf getPlace() {
        return place;
    }

    public List<Loan> getLoans() {
        return loans;
    }
}
