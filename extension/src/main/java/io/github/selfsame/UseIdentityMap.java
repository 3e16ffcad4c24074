package io.github.selfsame;

import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
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
 * over the type. On an enterprise bean {@code @Interceptors(UseIdentityMapInterceptor.class)} does the same. By default
 * the map ends with the outermost intercepted call that opened it, also when that call throws; a {@link #lifetime()}
 * lets it live as long as a CDI scope (rule S1).
 *
 * <pre>{@code
 * @UseIdentityMap(lifetime = RequestScoped.class)
 * @ApplicationScoped
 * public class Kennel { … }
 * }</pre>
 *
 * <p>A parameter of the type {@link IdentityMap} receives the current map if the caller passes {@code null} there (rule
 * S7). What the caller passes instead is left as it is.
 *
 * <p>A call from a method of the same object is no business method call in CDI: do not rely on it being intercepted.
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

    /**
     * How long the map lives: {@link Invocation}, or as long as a CDI normal scope, which is named by its annotation:
     * {@code jakarta.transaction.TransactionScoped}, {@code RequestScoped}, {@code ConversationScoped}, {@code
     * SessionScoped}, {@code jakarta.faces.view.ViewScoped} or any other one, custom ones included (rule S1).
     *
     * <p>There is one map for each instance of the scope. It begins when it is first used, is current while a call that
     * asks for it runs, and ends when the scope ends. If the scope is not active, the call is not made: it ends in a
     * {@link jakarta.enterprise.context.ContextNotActiveException}. {@code TransactionScoped} counts from within
     * {@code @Transactional}, on whichever of both sides of each other the annotations stand.
     *
     * @return by default the lifetime that the setting {@code selfsame.default-lifetime} names, and {@link Invocation} without
     *     that
     */
    @Nonbinding
    Class<? extends Annotation> lifetime() default ByDefault.class;

    /**
     * When instances are brought up to date (rule R6). This and the other options count for the map that the call opens,
     * and for the maps of the scope that {@link #lifetime()} names: as such a scope has one map for all who ask for it,
     * elements that want different things of it are an error at deployment (rule S9). A call that joins another map takes
     * it as it is; that it has asked for something else is logged, once for each combination.
     *
     * @return by default what the persistence unit, else the setting {@code selfsame.freshness} says
     */
    @Nonbinding
    Freshness freshness() default Freshness.DEFAULT;

    /**
     * What happens to an instance that was changed while no persistence context managed it (rule R5); counts as {@link
     * #freshness()} does.
     *
     * @return by default what the persistence unit, else the setting {@code selfsame.divergence} says
     */
    @Nonbinding
    Divergence divergence() default Divergence.DEFAULT;

    /**
     * How firmly the map holds its instances (rule R16); counts as {@link #freshness()} does.
     *
     * @return by default what the persistence unit, else the setting {@code selfsame.retention} says
     */
    @Nonbinding
    IdentityMapOptions.Retention retention() default IdentityMapOptions.Retention.DEFAULT;

    /**
     * What happens when a lazy association is touched that is not loaded (rule P13); counts as {@link #freshness()} does.
     *
     * @return by default what the persistence unit, else the setting {@code selfsame.lazy-loading} says
     */
    @Nonbinding
    LazyLoading lazyLoading() default LazyLoading.DEFAULT;

    /**
     * Whether the map counts lazy loads (rule O2); counts as {@link #freshness()} does.
     *
     * @return by default what the persistence unit, else the setting {@code selfsame.lazy-load-report} says
     */
    @Nonbinding
    LazyLoadReport lazyLoadReport() default LazyLoadReport.DEFAULT;

    /** How an intercepted call relates to the map that is current when it begins. */
    enum Nesting {
        /**
         * Uses the current map; opens one (or takes the one of the scope) only if there is none. A map that is current
         * because of the setting {@code selfsame.map-for-every} gives way to a scope that is named by
         * {@link #lifetime()}.
         */
        JOIN,
        /** Opens a map of its own, or takes the one of the scope; the current one is current again afterwards. */
        NEW
    }

    /** Stands for the lifetime that the settings name; see {@link UseIdentityMap#lifetime()}. Not for use on elements. */
    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface ByDefault {}

    /** Stands for a map that lives as long as the intercepted call. Not for use on elements. */
    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Invocation {}
}
