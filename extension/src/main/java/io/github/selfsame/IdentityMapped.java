package io.github.selfsame;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says whether the instances of an entity type go into identity maps (rule Q3). All types take part by default; those that
 * do not behave as without the library everywhere, also as targets of associations of types that do.
 *
 * <pre>{@code
 * @Entity
 * @IdentityMapped(false)
 * public class LogEntry { … }
 * }</pre>
 *
 * <p>An entity hierarchy takes part as a whole: the annotation belongs on its root, or on a mapped superclass of that.
 * Something else on a subclass is an error at deployment. Where entities can't be annotated, the property
 * {@code selfsame.excluded-entities} of the persistence unit names them.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IdentityMapped {

    /**
     * Whether the type takes part.
     *
     * @return {@code true} by default
     */
    boolean value() default true;
}
