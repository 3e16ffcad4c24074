package io.github.selfsame;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import java.io.Serial;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * The second half of {@link UseIdentityMapInterceptor}, inside of {@code @Transactional}: a map that lives as long as the
 * transaction can only be had once that has begun (rule S1). Bound together with that one; nobody needs to name it.
 */
@UseIdentityMap
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
public final class TransactionIdentityMapInterceptor extends CallInterceptor {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Used by the container. */
    public TransactionIdentityMapInterceptor() {}

    @Override
    @Nullable Object intercept(InterceptedCall call) throws Exception {
        if (call.methodPrefersBypass()) {
            return call.proceed();
        }
        IdentityMaps maps = identityMaps();
        Class<? extends Annotation> lifetime = call.lifetime(maps);
        return call.waitsForTransaction(lifetime) ? call.proceedWithinMap(maps, lifetime) : call.proceed();
    }
}
