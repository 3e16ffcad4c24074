package io.github.selfsame;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods without the identity map that surrounds them (rules R18 and S4). Bound by {@link BypassIdentityMap}; on
 * an enterprise bean {@code @Interceptors(BypassIdentityMapInterceptor.class)} names it directly.
 *
 * <p>A method that is annotated with {@link UseIdentityMap} in a type that bypasses is left alone here.
 *
 * <p>Around CDI beans it runs outside of {@code @Transactional}, so that the commit too is without the map.
 */
@BypassIdentityMap
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public final class BypassIdentityMapInterceptor extends IdentityMapsUser {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Used by the container. */
    public BypassIdentityMapInterceptor() {}

    @AroundInvoke
    @Nullable Object aroundInvoke(InvocationContext context) throws Exception {
        return without(context);
    }

    @AroundTimeout
    @Nullable Object aroundTimeout(InvocationContext context) throws Exception {
        return without(context);
    }

    private @Nullable Object without(InvocationContext context) throws Exception {
        InterceptedCall call = new InterceptedCall(context);
        if (call.methodAsksFor(UseIdentityMap.class, UseIdentityMapInterceptor.class)
                && !call.methodAsksFor(BypassIdentityMap.class, BypassIdentityMapInterceptor.class)) {
            return context.proceed();
        }
        return identityMaps().<@Nullable Object>bypass(context::proceed);
    }
}
