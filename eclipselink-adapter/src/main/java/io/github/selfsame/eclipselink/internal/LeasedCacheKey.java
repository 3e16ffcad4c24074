package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import java.io.Serial;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.jspecify.annotations.Nullable;

/** A unit of work's entry for one row. Publishes the instance as soon as there is one. */
final class LeasedCacheKey extends CacheKey {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient LeasedIdentityMap map;

    /** The row's entry in the scope's map, if this unit of work has its lease. */
    private transient @Nullable Canonical canonical;

    /** The outermost query or load that has taken the instance over. */
    private transient int operation;

    /** Whether the instance was read for peers, and nobody has asked for it by key or query since. */
    private transient boolean isReadAhead;

    LeasedCacheKey(LeasedIdentityMap map, Object primaryKey, @Nullable Object writeLockValue, long readTime) {
        super(primaryKey, null, writeLockValue, readTime, true);
        this.map = map;
    }

    @Override
    public void setObject(Object object) {
        boolean isNew = object != null && object != getObject();
        super.setObject(object);
        if (isNew) {
            canonical = map.publish(getKey(), object);
            isReadAhead = map.isReadingAhead();
        }
    }

    /** Puts in an instance that is canonical already; without its entry if this unit of work does not have its lease. */
    void setAdopted(@Nullable Canonical entry, Object instance) {
        canonical = entry;
        super.setObject(instance);
    }

    void setAdoptedBy(int outermost, boolean readsAhead) {
        operation = outermost;
        isReadAhead = readsAhead;
    }

    boolean isReadAhead() {
        return isReadAhead;
    }

    /** Somebody has asked for the instance. */
    void found() {
        isReadAhead = false;
    }

    /** Whether that outermost query or load has taken the instance over. */
    boolean isAdoptedBy(int outermost) {
        return operation == outermost;
    }

    /** Takes the entry out of the unit of work's identity map; nothing is evicted. */
    void withdraw() {
        map.withdraw(getKey());
    }

    @Nullable Canonical canonical() {
        return canonical;
    }
}
