package io.github.selfsame.tests.ejb;

import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.tests.support.Look;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;

/** A singleton that names the interceptors. */
@Singleton
@Lock(LockType.READ)
@Interceptors(UseIdentityMapInterceptor.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NamedSingletonDesk extends Desk {

    @Interceptors(BypassIdentityMapInterceptor.class)
    public Look lookPast() {
        return look();
    }
}
