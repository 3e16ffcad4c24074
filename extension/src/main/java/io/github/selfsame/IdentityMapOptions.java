package io.github.selfsame;

/**
 * How an identity map behaves where there is a choice: by {@link IdentityMaps} or by {@link UseIdentityMap}. What is left at
 * {@code DEFAULT} is taken from the persistence unit's properties ({@code selfsame.freshness}, {@code selfsame.divergence},
 * {@code selfsame.retention}, {@code selfsame.lazy-loading}, {@code selfsame.lazy-load-report}, with the names of the
 * constants as values), else from the settings of the same names, and else is what the constant itself says.
 *
 * <pre>{@code
 * identityMaps.open(IdentityMapOptions.DEFAULTS.with(Freshness.REVALIDATED));
 * }</pre>
 *
 * @param freshness when instances are brought up to date (rule R6)
 * @param divergence what happens to an instance that was changed while no persistence context managed it (rule R5)
 * @param retention how firmly the map holds its instances (rule R16)
 * @param lazyLoading what happens when a lazy association is touched that is not loaded (rule P13)
 * @param lazyLoadReport whether the map counts lazy loads (rule O2)
 */
public record IdentityMapOptions(
        Freshness freshness,
        Divergence divergence,
        Retention retention,
        LazyLoading lazyLoading,
        LazyLoadReport lazyLoadReport) {

    /** Everything is left to the persistence unit and the library. */
    public static final IdentityMapOptions DEFAULTS = new IdentityMapOptions(
            Freshness.DEFAULT, Divergence.DEFAULT, Retention.DEFAULT, LazyLoading.DEFAULT, LazyLoadReport.DEFAULT);

    /**
     * What an annotation says.
     *
     * @param annotation the annotation of an element
     * @return its options
     */
    public static IdentityMapOptions of(UseIdentityMap annotation) {
        return new IdentityMapOptions(
                annotation.freshness(),
                annotation.divergence(),
                annotation.retention(),
                annotation.lazyLoading(),
                annotation.lazyLoadReport());
    }

    /** When a free instance is brought up to date with the database (rule R6). */
    public enum Freshness {
        /** As the persistence unit says, else {@link #VERSIONED}. */
        DEFAULT,
        /**
         * Where a read brings a row with a newer version, the instance is brought up to date in place. An instance
         * without a version takes the row's state whenever it is read inside a transaction. All else is repeatable.
         */
        VERSIONED,
        /**
         * An instance stays as it was first read for the whole life of the map, unless it is refreshed or known to be
         * stale. An update may rest on a value that its transaction has not read: for reading, or with versions.
         */
        REPEATABLE,
        /** In every new transaction an instance is read again, into the same object, at its first use there. */
        REVALIDATED
    }

    /** What happens to a free instance that was changed while no persistence context managed it (rule R5). */
    public enum Divergence {
        /** As the persistence unit says, else {@link #EVICT}. */
        DEFAULT,
        /** The map forgets it, and the next read builds a fresh instance. */
        EVICT,
        /** The next read takes its state from the database again, into the same object; the changes are lost. */
        RESTORE,
        /** The next read is a {@link DivergentInstanceException} that names the entity and the changed attributes. */
        FAIL
    }

    /** How firmly the map holds its instances (rule R16). */
    public enum Retention {
        /** As the persistence unit says, else {@link #STRONG}. */
        DEFAULT,
        /** Until the map ends. */
        STRONG,
        /** Until memory gets short, if nobody else holds them. */
        SOFT,
        /** As long as somebody else holds them. */
        WEAK
    }

    /** Whether a map counts the statements of lazy loading, to find those that are repeated (rule O2). */
    public enum LazyLoadReport {
        /** As the persistence unit says, else {@link #OFF}. */
        DEFAULT,
        /** Nothing is counted, and it costs nothing. */
        OFF,
        /** {@link IdentityMap#repeatedLazyLoads()} tells them. Each lazy load costs a look at the stack. */
        COLLECT,
        /** As {@link #COLLECT}, and they are logged at the end of the map. */
        LOG
    }

    /**
     * These options with another freshness.
     *
     * @param newFreshness when instances are brought up to date
     * @return the other options
     */
    public IdentityMapOptions with(Freshness newFreshness) {
        return new IdentityMapOptions(newFreshness, divergence, retention, lazyLoading, lazyLoadReport);
    }

    /**
     * These options with another divergence.
     *
     * @param newDivergence what happens to changed instances
     * @return the other options
     */
    public IdentityMapOptions with(Divergence newDivergence) {
        return new IdentityMapOptions(freshness, newDivergence, retention, lazyLoading, lazyLoadReport);
    }

    /**
     * These options with another retention.
     *
     * @param newRetention how firmly instances are held
     * @return the other options
     */
    public IdentityMapOptions with(Retention newRetention) {
        return new IdentityMapOptions(freshness, divergence, newRetention, lazyLoading, lazyLoadReport);
    }

    /**
     * These options with another way of lazy loading.
     *
     * @param newLazyLoading what happens when a lazy association is touched that is not loaded
     * @return the other options
     */
    public IdentityMapOptions with(LazyLoading newLazyLoading) {
        return new IdentityMapOptions(freshness, divergence, retention, newLazyLoading, lazyLoadReport);
    }

    /**
     * These options with another report of lazy loads.
     *
     * @param newLazyLoadReport whether the map counts lazy loads
     * @return the other options
     */
    public IdentityMapOptions with(LazyLoadReport newLazyLoadReport) {
        return new IdentityMapOptions(freshness, divergence, retention, lazyLoading, newLazyLoadReport);
    }

    /**
     * These options, completed by others.
     *
     * @param fallback what counts where these say {@code DEFAULT}
     * @return options with as few {@code DEFAULT}s as the two allow
     */
    public IdentityMapOptions orElse(IdentityMapOptions fallback) {
        return new IdentityMapOptions(
                freshness == Freshness.DEFAULT ? fallback.freshness : freshness,
                divergence == Divergence.DEFAULT ? fallback.divergence : divergence,
                retention == Retention.DEFAULT ? fallback.retention : retention,
                lazyLoading == LazyLoading.DEFAULT ? fallback.lazyLoading : lazyLoading,
                lazyLoadReport == LazyLoadReport.DEFAULT ? fallback.lazyLoadReport : lazyLoadReport);
    }
}
