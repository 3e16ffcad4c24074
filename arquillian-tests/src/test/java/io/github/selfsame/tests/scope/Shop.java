package io.github.selfsame.tests.scope;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import io.github.selfsame.tests.support.DeliberateException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** An enterprise bean that works within a map. */
@Stateless
@UseIdentityMap
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Shop {

    @EJB
    private Books books;

    @Inject
    private Basket basket;

    @Inject
    private Cashier cashier;

    @Inject
    private IdentityMaps maps;

    public IdentityMap map() {
        books.find(1);
        return maps.current().orElseThrow();
    }

    public void fail(AtomicReference<IdentityMap> map) {
        map.set(map());
        throw new DeliberateException();
    }

    public List<Book> buy(long... ids) {
        for (long id : ids) {
            basket.put(books.find(id));
        }
        return cashier.bill();
    }

    public void buyAndFail(long id) {
        buy(id);
        throw new DeliberateException();
    }
}
