package io.github.selfsame.tests.interceptors;

import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.UseIdentityMapInterceptor;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;

/** An enterprise bean that names one interceptor for the type and the other one for a method. */
@Stateless
@Interceptors(UseIdentityMapInterceptor.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NamedMixedDesk extends Desk {

    @Interceptors(BypassIdentityMapInterceptor.class)
    public Sight lookPast() {
        return sight();
    }
}
