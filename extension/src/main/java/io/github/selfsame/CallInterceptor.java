package io.github.selfsame;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the interceptors have in common: they treat business methods and timeouts alike, whoever has created them. */
abstract class CallInterceptor implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient @Nullable IdentityMaps identityMaps;

    CallInterceptor() {}

    abstract @Nullable Object intercept(InterceptedCall call) throws Exception;

    @AroundInvoke
    @Nullable Object aroundInvoke(InvocationContext context) throws Exception {
        return intercept(new InterceptedCall(context));
    }

    @AroundTimeout
    @Nullable Object aroundTimeout(InvocationContext context) throws Exception {
        return intercept(new InterceptedCall(context));
    }

    final IdentityMaps identityMaps() {
        IdentityMaps injected = identityMaps;
        // missing after passivation, and in an instance that a container has made without injection
        return injected != null
                ? injected
                : CDI.current().select(IdentityMaps.class).get();
    }
}
