package io.github.selfsame.internal.map;

import io.github.selfsame.IdentityMapOptions.Retention;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Holds the instances of a partition as firmly as the map is set to, and notices which of them have gone. */
final class Retainer {

    private final Retention retention;
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private volatile boolean hasReferences;

    private Retainer(Retention retention) {
        this.retention = retention;
    }

    static Retainer of(Retention retention) {
        return new Retainer(retention);
    }

    /**
     * What an entry keeps in place of its instance; the instance itself if it is held strongly.
     *
     * @param isPassing whether to hold it weakly whatever the map is set to
     */
    Object hold(CanonicalEntry entry, Object instance, boolean isPassing) {
        if (retention == Retention.WEAK || isPassing) {
            hasReferences = true;
            return new Weak(entry, instance, queue);
        }
        if (retention == Retention.SOFT) {
            hasReferences = true;
            return new Soft(entry, instance, queue);
        }
        return instance;
    }

    /**
     * The instance behind what an entry keeps. This is asked for very often, and to find out that an object does not implement an
     * interface takes the longer the more other ones it implements: so the question is for a class.
     */
    static @Nullable Object instance(@Nullable Object held) {
        return held instanceof Reference<?> reference ? reference.get() : held;
    }

    /** An entry whose instance has been garbage-collected, each once. */
    @Nullable CanonicalEntry collected() {
        Reference<?> gone = hasReferences ? queue.poll() : null;
        return gone instanceof Held held ? held.entry() : null;
    }

    /** A reference that knows its entry. */
    private interface Held {

        CanonicalEntry entry();
    }

    private static final class Weak extends WeakReference<Object> implements Held {

        private final CanonicalEntry entry;

        Weak(CanonicalEntry entry, Object instance, ReferenceQueue<Object> queue) {
            super(instance, queue);
            this.entry = entry;
        }

        @Override
        public CanonicalEntry entry() {
            return entry;
        }
    }

    private static final class Soft extends SoftReference<Object> implements Held {

        private final CanonicalEntry entry;

        Soft(CanonicalEntry entry, Object instance, ReferenceQueue<Object> queue) {
            super(instance, queue);
            this.entry = entry;
        }

        @Override
        public CanonicalEntry entry() {
            return entry;
        }
    }
}
