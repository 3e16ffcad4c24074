package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.prefetch.Prefetch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Prefetches for entities that one persistence context manages, with a current map or without. */
public final class ManagedPrefetch {

    private ManagedPrefetch() {}

    /**
     * Checks paths without loading anything.
     *
     * @param session a session of the unit
     * @param type the type of the entities
     * @param paths the paths
     * @throws io.github.selfsame.prefetch.PrefetchException if a path does not exist
     */
    public static void check(AbstractSession session, ClassDescriptor type, List<String> paths) {
        tree(Set.of(type), paths);
    }

    /**
     * Loads associations in bulk.
     *
     * @param context what manages all the entities
     * @param entities the entities; repetitions are ignored
     * @param paths the paths
     * @throws io.github.selfsame.prefetch.PrefetchException if a path does not exist; nothing has been loaded then
     */
    public static void run(UnitOfWorkImpl context, Collection<?> entities, List<String> paths) {
        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>(entities.size()));
        List<Object> owners = new ArrayList<>(entities.size());
        Set<ClassDescriptor> types = new LinkedHashSet<>();
        for (Object entity : entities) {
            if (distinct.add(entity)) {
                owners.add(entity);
                types.add(context.getDescriptor(entity.getClass()));
            }
        }
        if (!owners.isEmpty() && !paths.isEmpty()) {
            new PrefetchRun(context, tree(types, paths), new HashMap<>()).run(owners);
        }
    }

    private static FetchTree tree(Set<ClassDescriptor> types, List<String> paths) {
        List<Prefetch<?, ?>> prefetches = new ArrayList<>(paths.size());
        for (String path : paths) {
            prefetches.add(Prefetch.of(path));
        }
        return FetchTree.of(types, prefetches);
    }
}
