package io.github.selfsame.tests.support;

import io.github.selfsame.tests.model.Author;
import io.github.selfsame.tests.model.Book;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** A service as users write them: each call from outside is a transaction with a persistence context of its own. */
@Stateless
public class Books {

    @PersistenceContext(unitName = "library")
    private EntityManager entityManager;

    @Resource
    private SessionContext session;

    public Book find(long id) {
        return entityManager.find(Book.class, id);
    }

    public Author findAuthor(long id) {
        return entityManager.find(Author.class, id);
    }

    public List<Book> all() {
        return entityManager
                .createQuery("SELECT b FROM Book b ORDER BY b.id", Book.class)
                .getResultList();
    }

    public Author authorOf(long book) {
        Author author = find(book).getAuthor();
        author.getName();
        return author;
    }

    /** Whether the object given is what the persistence context of this call manages for its row. */
    public boolean manages(Book book) {
        find(book.getId());
        return entityManager.contains(book);
    }

    public Book rename(long id, String title) {
        Book book = find(id);
        book.setTitle(title);
        return book;
    }

    public void renameAndFail(long id, String title) {
        rename(id, title);
        entityManager.flush();
        throw new DeliberateException();
    }

    public void renameAndSetRollbackOnly(long id, String title) {
        rename(id, title);
        entityManager.flush();
        session.setRollbackOnly();
    }

    public Book add(long id, String title) {
        Book book = new Book(id, title, findAuthor(1));
        entityManager.persist(book);
        return book;
    }

    public void remove(long id) {
        entityManager.remove(find(id));
    }
}
