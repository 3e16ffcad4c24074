package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiLogger.LOGGER;
import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The contextual instances of one map. Look-ups take no lock. Creation takes one lock for all, because beans that are
 * created on two threads may need each other.
 */
final class ContextualStore {

    private final ConcurrentHashMap<Contextual<?>, ContextualInstance<?>> instances = new ConcurrentHashMap<>();

    /** In the order of creation; guarded by this. */
    private final Deque<ContextualInstance<?>> created = new ArrayDeque<>();

    private boolean ending;

    <T> @Nullable T get(Contextual<T> contextual) {
        // an instance is stored under its own contextual only
        @SuppressWarnings("unchecked")
        ContextualInstance<T> found = (ContextualInstance<T>) instances.get(contextual);
        return found == null ? null : found.instance;
    }

    <T> T getOrCreate(Contextual<T> contextual, CreationalContext<T> creationalContext) {
        T found = get(contextual);
        if (found != null) {
            return found;
        }
        synchronized (this) {
            found = get(contextual);
            if (found != null) {
                return found;
            }
            if (ending) {
                throw MESSAGES.mapIsEnding(String.valueOf(contextual));
            }
            T instance = contextual.create(creationalContext);
            ContextualInstance<T> added = new ContextualInstance<>(contextual, instance, creationalContext);
            instances.put(contextual, added);
            created.addLast(added);
            return instance;
        }
    }

    void destroy(Contextual<?> contextual) {
        ContextualInstance<?> removed;
        synchronized (this) {
            removed = instances.remove(contextual);
            if (removed != null) {
                created.remove(removed);
            }
        }
        if (removed != null) {
            removed.destroy();
        }
    }

    /** Destroys all, the youngest first. One that is not destroyed yet can still be called by the others. */
    synchronized void destroyAll() {
        ending = true;
        for (ContextualInstance<?> last = created.pollLast(); last != null; last = created.pollLast()) {
            instances.remove(last.contextual);
            last.destroy();
        }
    }

    private static final class ContextualInstance<T> {

        private final Contextual<T> contextual;
        private final T instance;
        private final CreationalContext<T> creationalContext;

        ContextualInstance(Contextual<T> contextual, T instance, CreationalContext<T> creationalContext) {
            this.contextual = contextual;
            this.instance = instance;
            this.creationalContext = creationalContext;
        }

        void destroy() {
            try {
                contextual.destroy(instance, creationalContext);
            } catch (RuntimeException e) {
                LOGGER.destructionFailed(String.valueOf(contextual), e);
            }
        }
    }
}
