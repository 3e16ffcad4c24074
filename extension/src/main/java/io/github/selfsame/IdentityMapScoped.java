package io.github.selfsame;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A normal scope whose contextual instances live as long as one {@linkplain IdentityMap identity map}: one instance of
 * the bean for each map (rule S2).
 *
 * <p>The scope is active on a thread while a map is current there. {@code @Initialized}, {@code @BeforeDestroyed} and
 * {@code @Destroyed(IdentityMapScoped.class)} events are fired with the {@link IdentityMap} as payload. Without a
 * current map a call on such a bean ends in a {@link jakarta.enterprise.context.ContextNotActiveException}.
 */
@NormalScope
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface IdentityMapScoped {}
