package io.github.selfsame;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods without the identity map that surrounds them (rules R18 and S4). On an enterprise bean
 * {@code @Interceptors(BypassIdentityMapInterceptor.class)} names it; {@link BypassIdentityMap} is bound to {@link Bound}.
 *
 * <p>A method that is annotated with {@link UseIdentityMap} in a type that bypasses is left alone here.
 *
 * <p>Around CDI beans it runs outside of {@code @Transactional}, so that the commit too is without the map.
 */
@Interceptor
public class BypassIdentityMapInterceptor extends CallInterceptor {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Used by the container. */
    public BypassIdentityMapInterceptor() {}

    @Override
    @Nullable Object intercept(InterceptedCall call) throws Exception {
        return call.methodPrefersMap() ? call.proceed() : identityMaps().<@Nullable Object>bypass(call::proceed);
    }

    /**
     * The same, bound by {@link BypassIdentityMap}; nobody needs to name it. {@link UseIdentityMapInterceptor.Bound} says why
     * it is a class of its own.
     */
    @BypassIdentityMap
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
    public static final class Bound extends BypassIdentityMapInterceptor {

        @Serial
        private static final long serialVersionUID = 1L;

        /** Used by the container. */
        public Bound() {}
    }
}
