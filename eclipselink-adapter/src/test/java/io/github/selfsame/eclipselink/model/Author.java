package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Others refer to it by a column that is not its key. */
@Entity
public class Author extends PlainThing {

    @Column(unique = true)
    private String code;

    @OneToMany(mappedBy = "author")
    @OrderBy("name desc, id")
    private List<Book> books = new ArrayList<>();

    protected Author() {}

    public Author(long id) {
        super(id);
        code = "a" + id;
    }

    public String getCode() {
        return code;
    }

    public List<Book> getBooks() {
        return books;
    }
}
