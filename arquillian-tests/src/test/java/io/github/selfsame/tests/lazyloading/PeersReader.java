package io.github.selfsame.tests.lazyloading;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Plain lazy code; only the annotation knows of the library. */
@Stateless
public class PeersReader {

    @PersistenceContext(unitName = "library")
    private EntityManager entityManager;

    /** In a transaction: the persistence context still manages what is touched. */
    @UseIdentityMap(lazyLoading = LazyLoading.PEERS)
    public List<String> authors() {
        return names();
    }

    /** The same without peers. */
    @UseIdentityMap
    public List<String> authorsOneByOne() {
        return names();
    }

    private List<String> names() {
        return entityManager.createQuery("SELECT b FROM Book b ORDER BY b.id", Book.class).getResultList().stream()
                .map(book -> book.getAuthor().getName())
                .toList();
    }
}
