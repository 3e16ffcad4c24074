package io.github.selfsame.support;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One instance of {@link VisitScoped}. */
public final class Visit {

    private final VisitExtension.Visits visits;
    private final Map<Contextual<?>, Instance<?>> instances = new ConcurrentHashMap<>();

    Visit(VisitExtension.Visits visits) {
        this.visits = visits;
    }

    /** Makes the scope active on the calling thread for a call. */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        Visit before = visits.current.get();
        visits.current.set(this);
        try {
            return work.call();
        } finally {
            visits.current.set(before);
        }
    }

    /** Ends the scope. */
    public void end() {
        List<Instance<?>> ending = new ArrayList<>(instances.values());
        instances.clear();
        ending.forEach(Instance::destroy);
    }

    /** Writes all to bytes and reads them again, as a server does with a session. */
    public void passivate() {
        instances.replaceAll((contextual, instance) -> instance.restored());
    }

    <T> @Nullable T get(Contextual<T> contextual) {
        @SuppressWarnings("unchecked")
        Instance<T> found = (Instance<T>) instances.get(contextual);
        return found == null ? null : found.object;
    }

    synchronized <T> T get(Contextual<T> contextual, CreationalContext<T> creationalContext) {
        T found = get(contextual);
        if (found == null) {
            found = contextual.create(creationalContext);
            instances.put(contextual, new Instance<>(contextual, found, creationalContext));
        }
        return found;
    }

    void destroy(Contextual<?> contextual) {
        Instance<?> removed = instances.remove(contextual);
        if (removed != null) {
            removed.destroy();
        }
    }

    private record Instance<T>(Contextual<T> contextual, T object, CreationalContext<T> creationalContext) {

        void destroy() {
            contextual.destroy(object, creationalContext);
        }

        Instance<T> restored() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                @SuppressWarnings("unchecked")
                T restored = (T) in.readObject();
                return new Instance<>(contextual, restored, creationalContext);
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
