package io.github.selfsame;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs business methods without the identity map that surrounds them: persistence contexts that begin inside behave as
 * in plain EclipseLink and neither read from nor write to a map (rules R18 and S4).
 *
 * <p>What such a context commits makes the entries of the surrounding map stale, so that nothing old is served there
 * afterwards. The method wins over the type. On an enterprise bean
 * {@code @Interceptors(BypassIdentityMapInterceptor.class)} does the same.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface BypassIdentityMap {}
