package io.github.selfsame;

import jakarta.interceptor.Interceptors;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of a called method and its type say. Bindings can also come from a stereotype or from another
 * binding, hence from annotations of annotations; and they may be absent altogether where the interceptor was named by
 * {@code @Interceptors}.
 */
final class InterceptedCall {

    private static final String TRANSACTION = "jakarta.transaction.TransactionScoped";

    private final InvocationContext context;
    private final @Nullable Method method;
    private final @Nullable Class<?> type;

    InterceptedCall(InvocationContext context) {
        this.context = context;
        Object target = context.getTarget();
        method = context.getMethod();
        type = target == null ? null : target.getClass();
    }

    /** Goes on with the call as it is. */
    @Nullable Object proceed() throws Exception {
        return context.proceed();
    }

    /** Goes on with the call within the map that it asks for. */
    @Nullable Object proceedWithinMap(IdentityMaps identityMaps, Class<? extends Annotation> lifetime) throws Exception {
        return identityMaps.<@Nullable Object>call(
                lifetime, nesting(), options(), () -> proceedWithParameters(identityMaps));
    }

    /** The call receives the current map in its parameters (rule S7). */
    private @Nullable Object proceedWithParameters(IdentityMaps identityMaps) throws Exception {
        Method called = method;
        if (called != null && Arrays.asList(called.getParameterTypes()).contains(IdentityMap.class)) {
            identityMaps.current().ifPresent(current -> passOn(current, called.getParameterTypes()));
        }
        return context.proceed();
    }

    private void passOn(IdentityMap current, Class<?>[] types) {
        Object[] arguments = context.getParameters();
        for (int index = 0; index < types.length; index++) {
            // what else the caller has given is the caller's business
            if (types[index] == IdentityMap.class && arguments[index] == null) {
                arguments[index] = current;
            }
        }
        context.setParameters(arguments);
    }

    /** Which map the call asks for by its binding; the defaults if it has none. */
    private UseIdentityMap.Nesting nesting() {
        UseIdentityMap binding = binding(UseIdentityMap.class);
        return binding == null ? UseIdentityMap.Nesting.JOIN : binding.nesting();
    }

    /** How long the map lives that the call asks for. */
    Class<? extends Annotation> lifetime(IdentityMaps identityMaps) {
        UseIdentityMap binding = binding(UseIdentityMap.class);
        return binding == null || binding.lifetime() == UseIdentityMap.ByDefault.class
                ? identityMaps.defaultLifetime()
                : binding.lifetime();
    }

    /** How the map behaves that the call asks for. */
    private IdentityMapOptions options() {
        UseIdentityMap binding = binding(UseIdentityMap.class);
        return binding == null ? IdentityMapOptions.DEFAULTS : IdentityMapOptions.of(binding);
    }

    /** Whether the map is to be taken inside of the transaction that begins with the call. */
    boolean waitsForTransaction(Class<? extends Annotation> lifetime) {
        return lifetime.getName().equals(TRANSACTION) && binding(UseIdentityMap.class) != null;
    }

    /** Whether the method asks for the bypass, which therefore beats a map for the type. */
    boolean methodPrefersBypass() {
        return methodAsksForBypass() && !methodAsksForMap();
    }

    /** Whether the method asks for a map, which therefore beats a bypass for the type. */
    boolean methodPrefersMap() {
        return methodAsksForMap() && !methodAsksForBypass();
    }

    private boolean methodAsksForMap() {
        return methodAsksFor(UseIdentityMap.class, UseIdentityMapInterceptor.class);
    }

    private boolean methodAsksForBypass() {
        return methodAsksFor(BypassIdentityMap.class, BypassIdentityMapInterceptor.class);
    }

    /** Whether the method itself, and not its type, asks for an interceptor by its binding or by its class. */
    private boolean methodAsksFor(Class<? extends Annotation> binding, Class<?> interceptor) {
        if (method == null) {
            return false;
        }
        Interceptors interceptors = method.getAnnotation(Interceptors.class);
        return find(method, binding) != null
                || (interceptors != null && Arrays.asList(interceptors.value()).contains(interceptor));
    }

    /** The binding that is in force, the method's before the type's. */
    private <A extends Annotation> @Nullable A binding(Class<A> binding) {
        A found = method == null ? null : find(method, binding);
        // containers call subclasses of their own, on which annotations that are not inherited are not seen
        for (Class<?> step = type; found == null && step != null; step = step.getSuperclass()) {
            found = find(step, binding);
        }
        return found;
    }

    private static <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> wanted) {
        A direct = element.getAnnotation(wanted);
        return direct != null ? direct : findAmongAnnotations(element, wanted, new HashSet<>());
    }

    private static <A extends Annotation> @Nullable A findAmongAnnotations(
            AnnotatedElement element, Class<A> wanted, Set<Class<?>> seen) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<? extends Annotation> annotationType = annotation.annotationType();
            if (seen.add(annotationType) && !annotationType.getName().startsWith("java.")) {
                A found = annotationType.getAnnotation(wanted);
                if (found == null) {
                    found = findAmongAnnotations(annotationType, wanted, seen);
                }
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
