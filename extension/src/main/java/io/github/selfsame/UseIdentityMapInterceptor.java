package io.github.selfsame;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import java.io.Serial;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods within an identity map (rule S4). On an enterprise bean
 * {@code @Interceptors(UseIdentityMapInterceptor.class)} names it, and works without {@link UseIdentityMap} as if that
 * were there with its defaults. The annotation itself is bound to {@link Bound}.
 *
 * <p>A method that is annotated with {@link BypassIdentityMap} in a type that uses a map is left alone here.
 *
 * <p>Around CDI beans it runs outside of {@code @Transactional}, so that the map is still there when the transaction
 * commits; a map with the lifetime of the transaction is taken inside, once the transaction has begun. Around an enterprise bean the container's transaction is outside: what commits after the map's end does so
 * as without the library.
 */
@Interceptor
public class UseIdentityMapInterceptor extends CallInterceptor {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Used by the container. */
    public UseIdentityMapInterceptor() {}

    @Override
    @Nullable Object intercept(InterceptedCall call) throws Exception {
        if (call.methodPrefersBypass()) {
            return call.proceed();
        }
        IdentityMaps maps = identityMaps();
        Class<? extends Annotation> lifetime = call.lifetime(maps);
        return call.waitsForTransaction(lifetime) ? call.proceed() : call.proceedWithinMap(maps, lifetime);
    }

    /**
     * The same, bound by {@link UseIdentityMap}; nobody needs to name it. A class of its own, for Weld's enterprise beans do
     * not find an interceptor that is bound to one of their methods if another one names its class.
     */
    @UseIdentityMap
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
    public static final class Bound extends UseIdentityMapInterceptor {

        @Serial
        private static final long serialVersionUID = 1L;

        /** Used by the container. */
        public Bound() {}
    }
}
