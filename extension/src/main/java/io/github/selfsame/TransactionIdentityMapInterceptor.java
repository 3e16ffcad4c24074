package io.github.selfsame;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
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
public final class TransactionIdentityMapInterceptor extends IdentityMapsUser {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Used by the container. */
    public TransactionIdentityMapInterceptor() {}

    @AroundInvoke
    @Nullable Object aroundInvoke(InvocationContext context) throws Exception {
        return within(context);
    }

    @AroundTimeout
    @Nullable Object aroundTimeout(InvocationContext context) throws Exception {
        return within(context);
    }

    private @Nullable Object within(InvocationContext context) throws Exception {
        InterceptedCall call = new InterceptedCall(context);
        IdentityMaps maps = identityMaps();
        Class<? extends Annotation> lifetime = call.lifetime(maps);
        return call.methodPrefersBypass() || !call.waitsForTransaction(lifetime)
                ? context.proceed()
                : maps.<@Nullable Object>call(lifetime, call.nesting(), call.options(), () -> call.proceed(maps));
    }
}
