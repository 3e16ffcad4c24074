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
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Prefetches for entities that one persistence context manages, with a current map or without. */
public final class ManagedPrefetch {

    private ManagedPrefetch() {}

    /**
     * Checks prefetches without loading anything.
     *
     * @param type the type of the entities
     * @param prefetches what is to be prefetched
     * @throws io.github.selfsame.prefetch.PrefetchException if that is not possible
     */
    public static void check(ClassDescriptor type, List<Prefetch<?, ?>> prefetches) {
        FetchTree.of(Set.of(type), prefetches);
    }

    /**
     * Loads associations in bulk.
     *
     * @param context what manages all the entities
     * @param entities the entities; repetitions are ignored
     * @param prefetches what to prefetch, all of it into the associations
     * @throws io.github.selfsame.prefetch.PrefetchException if that is not possible; nothing has been loaded then
     */
    public static void run(UnitOfWorkImpl context, Collection<?> entities, List<Prefetch<?, ?>> prefetches) {
        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>(entities.size()));
        List<Object> owners = new ArrayList<>(entities.size());
        Set<ClassDescriptor> types = new LinkedHashSet<>();
        for (Object entity : entities) {
            if (distinct.add(entity)) {
                owners.add(entity);
                types.add(context.getDescriptor(entity.getClass()));
            }
        }
        if (!owners.isEmpty() && !prefetches.isEmpty()) {
            new PrefetchRun(context, FetchTree.of(types, prefetches), new HashMap<>()).run(owners);
        }
    }
}
