package io.github.selfsame.tests.enterprise.beans;

import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import java.util.List;

/** An enterprise bean of the module that knows nothing of the web. */
@Stateless
@Interceptors(UseIdentityMapInterceptor.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Shelf {

    @EJB
    private Books books;

    public List<Book> lookTwice(long id) {
        return List.of(books.find(id), books.find(id));
    }
}
