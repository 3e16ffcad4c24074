package io.github.selfsame;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs business methods within an {@linkplain IdentityMap identity map} (rule S4).
 *
 * <p>Goes on CDI beans, Jakarta REST resources and enterprise beans, on the type or on single methods; the method wins
 * over the type. On an enterprise bean {@code @Interceptors(UseIdentityMapInterceptor.class)} does the same. The map
 * ends with the outermost intercepted call that opened it, also when that call throws.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UseIdentityMap {

    /**
     * What a call does when a map is already current.
     *
     * @return {@link Nesting#JOIN} by default
     */
    @Nonbinding
    Nesting nesting() default Nesting.JOIN;

    /** How an intercepted call relates to the map that is current when it begins. */
    enum Nesting {
        /** Uses the current map; opens one only if there is none. */
        JOIN,
        /** Opens a map of its own; the current one is current again afterwards. */
        NEW
    }
}
