package io.github.selfsame.eclipselink.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * The units of work that have to do with one map and have not ended: a new entity that is not flushed yet is known to nobody
 * else. Keeps none of them alive (rule R16). Safe for use by several threads.
 */
final class LiveContexts {

    private final Map<UnitOfWorkImpl, Boolean> contexts = new WeakHashMap<>();

    synchronized void begin(UnitOfWorkImpl context) {
        contexts.put(context, true);
    }

    synchronized void end(UnitOfWorkImpl context) {
        contexts.remove(context);
    }

    synchronized List<UnitOfWorkImpl> all() {
        return new ArrayList<>(contexts.keySet());
    }
}
