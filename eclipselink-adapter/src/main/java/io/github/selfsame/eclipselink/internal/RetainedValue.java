package io.github.selfsame.eclipselink.internal;

import java.util.function.Supplier;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an association beyond its persistence context: what that had loaded, what was loaded or assigned since,
 * or offered along with the association of a peer. Safe for use by several threads, as free instances are: one of them loads
 * while the others wait, and nobody else waits for that.
 */
final class RetainedValue {

    private final ForeignReferenceMapping mapping;

    private @Nullable Object value;
    private volatile boolean isLoaded;

    /** When the value was loaded, in the time of the {@link AssociationClock}. */
    private long loadedAt = Long.MIN_VALUE;

    private volatile @Nullable Offer offer;

    private @Nullable SnapshotContent contentWhenLoaded;

    private boolean isAssigned;

    private boolean isLoading;

    /**
     * Whether the value is from before a commit that may have changed it, and a persistence context has taken over the instance since:
     * as an instance that it has read, that knows the association no longer (rule R20).
     */
    private volatile boolean isOutdated;

    /**
     * A value that another thread may have loaded.
     *
     * @param value the value
     * @param loadedAt when, in the time of the {@link AssociationClock}
     */
    private record Offer(@Nullable Object value, long loadedAt) {}

    RetainedValue(ForeignReferenceMapping mapping) {
        this.mapping = mapping;
    }

    /** Takes over what a persistence context has loaded. */
    void retain(@Nullable Object loaded, long since) {
        value = loaded;
        loadedAt = since;
        isOutdated = false;
        isLoaded = true;
    }

    /** A user has assigned the attribute of the free instance (rule R5). */
    void assign(@Nullable Object assigned) {
        value = assigned;
        isAssigned = true;
        isOutdated = false;
        isLoaded = true;
    }

    /** Remembers what was known before a persistence context has read the instance, and is out of date. */
    void retainOutdated(@Nullable Object before) {
        isOutdated = true;
        value = before;
        isLoaded = true;
    }

    /**
     * The value; loads it if there is none.
     *
     * @param clock tells since when it is true
     */
    @Nullable Object get(Supplier<@Nullable Object> load, AssociationClock clock) {
        if (!isLoaded()) {
            synchronized (this) {
                if (!isLoaded()) {
                    isLoading = true;
                    try {
                        long since = clock.now();
                        Object loaded = load.get();
                        // a context that has managed the instance meanwhile may have loaded it, too
                        if (!isLoaded()) {
                            retain(loaded, since);
                        }
                        rememberContent();
                    } finally {
                        isLoading = false;
                    }
                }
            }
        }
        return value;
    }

    private void rememberContent() {
        Object loaded = value;
        if (loaded != null
                && mapping instanceof CollectionMapping collection
                && !mapping.getDescriptor().getObjectChangePolicy().isObjectChangeTrackingPolicy()) {
            contentWhenLoaded = new SnapshotContent(loaded, collection);
        }
    }

    boolean isLoaded() {
        return isLoaded && !isOutdated;
    }

    /** Whether there is a value, be it out of date. */
    boolean hasValue() {
        return isLoaded;
    }

    @Nullable Object value() {
        return value;
    }

    /** Whether a user has assigned the attribute while the instance was free (rule R5). */
    boolean isAssigned() {
        return isAssigned;
    }

    /** What was loaded into the instance after it had become free, if changes of it are not listened to. */
    @Nullable SnapshotContent contentWhenLoaded() {
        return contentWhenLoaded;
    }

    /** Whether nobody has loaded or offered anything, or is about to. */
    boolean isUnknown() {
        return !isLoaded() && !isLoading && offer == null;
    }

    /** Whether it is loaded, and nothing has changed since. */
    boolean isUpToDate(AssociationClock clock) {
        return isLoaded && isTrueStill(loadedAt, clock);
    }

    private boolean isTrueStill(long since, AssociationClock clock) {
        return !(AssociationSource.dependsOnTargets(mapping)
                && clock.hasChangedSince(EclipseLinkUnit.rootTypeOf(mapping.getReferenceDescriptor()), since));
    }

    /** A persistence context has taken over the instance. */
    void adopted(AssociationClock clock) {
        isAssigned = false;
        contentWhenLoaded = null;
        outdate(clock);
        if (offer != null) {
            acceptOffer(clock);
        }
    }

    /** A persistence context has read the instance, if not this association. */
    void outdate(AssociationClock clock) {
        if (isLoaded && !isTrueStill(loadedAt, clock)) {
            isOutdated = true;
        }
    }

    /**
     * Offers what was loaded along with the association of a peer. Waits for nobody: another thread may be about to load it.
     *
     * @param since since when it is true
     */
    void offer(@Nullable Object loaded, long since) {
        offer = new Offer(loaded, since);
    }

    /** Takes over what was offered, if the map has it still and it is still true. */
    boolean acceptOffer(Home home) {
        Offer offered = offer;
        return offered != null
                && RetainedTargets.areCanonical(mapping, offered.value(), home)
                && acceptOffer(home.unit().associations());
    }

    /**
     * Takes over what was offered in the touch itself, as it would what it loads alone: also private copies of what other persistence
     * contexts manage.
     */
    boolean takeOwnOffer(Home home) {
        return acceptOffer(home.unit().associations());
    }

    private boolean acceptOffer(AssociationClock clock) {
        Offer offered = offer;
        offer = null;
        if (offered == null || isLoaded() || !isTrueStill(offered.loadedAt(), clock)) {
            return false;
        }
        retain(offered.value(), offered.loadedAt());
        return true;
    }
}
