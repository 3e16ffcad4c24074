package io.github.selfsame;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
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
public final class BypassIdentityMapInterceptor extends CallInterceptor {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Used by the container. */
    public BypassIdentityMapInterceptor() {}

    @Override
    @Nullable Object intercept(InterceptedCall call) throws Exception {
        return call.methodPrefersMap() ? call.proceed() : identityMaps().<@Nullable Object>bypass(call::proceed);
    }
}
