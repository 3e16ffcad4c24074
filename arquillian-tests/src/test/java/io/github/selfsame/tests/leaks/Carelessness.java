package io.github.selfsame.tests.leaks;

import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Books;
import io.github.selfsame.tests.support.DeliberateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Opens maps and forgets them, in all the ways that there are. */
@ApplicationScoped
public class Carelessness {

    @Inject
    private IdentityMaps maps;

    @Inject
    private Books books;

    public void forget() {
        maps.open();
        books.find(1);
        maps.open();
        books.find(1);
    }

    @UseIdentityMap
    public void forgetInACall() {
        forget();
    }

    @UseIdentityMap
    public void forgetAndFail() {
        forget();
        throw new DeliberateException();
    }
}
