package io.github.selfsame.tests.ejb;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.Look;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import java.util.concurrent.Future;

/** Works on threads of the container. */
@Stateless
@Asynchronous
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackOffice extends Desk {

    public Future<Look> plain() {
        return new AsyncResult<>(look());
    }

    @UseIdentityMap
    public Future<Look> mapped() {
        return new AsyncResult<>(look());
    }

    @UseIdentityMap
    public Future<Look> failing() {
        throw new DeliberateException(look().toString());
    }

    @Interceptors(UseIdentityMapInterceptor.class)
    public Future<Look> named() {
        return new AsyncResult<>(look());
    }

    @BypassIdentityMap
    public Future<Look> bypassed() {
        return new AsyncResult<>(look());
    }
}
