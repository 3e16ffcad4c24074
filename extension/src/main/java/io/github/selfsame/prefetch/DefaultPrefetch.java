package io.github.selfsame.prefetch;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is prefetched for the entities of a type whenever a query or {@code find} within an identity map gives some (rule
 * P12).
 *
 * <pre>{@code
 * @Entity
 * @DefaultPrefetch({"owner", "toys.maker"})
 * public class Dog { … }
 * }</pre>
 *
 * <p>What is reached along a path brings the defaults of its own type with it, also where a query's hint asks for the path. A
 * cycle ends by itself: where a path comes back to a type that it has come through, that type's defaults are not begun anew. A
 * subclass adds to what its superclasses declare. Lazy loading brings no defaults, and there are none without a current map.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DefaultPrefetch {

    /**
     * The paths.
     *
     * @return attribute names separated by dots, each path starting at the annotated type. One that does not exist is an
     *     error when the persistence unit is deployed
     */
    String[] value();
}
