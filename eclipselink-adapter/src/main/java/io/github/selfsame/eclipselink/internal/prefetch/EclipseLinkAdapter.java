package io.github.selfsame.eclipselink.internal.prefetch;

import static io.github.selfsame.eclipselink.internal.prefetch.PrefetchMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.DescribedQuery;
import io.github.selfsame.eclipselink.internal.FreeInstances;
import io.github.selfsame.eclipselink.internal.ManagingContexts;
import io.github.selfsame.eclipselink.internal.setup.DeclaredUnits;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.QueryDescription;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** The adapter for EclipseLink as the extension sees it. */
public final class EclipseLinkAdapter implements PersistenceProviderAdapter {

    /** Called by {@link java.util.ServiceLoader}. */
    public EclipseLinkAdapter() {}

    @Override
    public boolean supports(PersistenceUnit unit) {
        return ManagingContexts.isOurs(unit);
    }

    @Override
    public void prefetch(Partition partition, Collection<?> entities, List<String> paths) {
        Set<ClassDescriptor> types = new LinkedHashSet<>();
        IdentityHashMap<UnitOfWorkImpl, List<Object>> managed = new IdentityHashMap<>();
        List<Object> free = new ArrayList<>();
        for (Object entity : entities) {
            ClassDescriptor descriptor = ManagingContexts.descriptorOf(entity, partition);
            types.add(descriptor);
            UnitOfWorkImpl context = ManagingContexts.of(entity, descriptor, partition);
            if (context != null) {
                managed.computeIfAbsent(context, key -> new ArrayList<>()).add(entity);
            } else if (ManagingContexts.isFree(entity, partition)) {
                free.add(entity);
            } else {
                throw MESSAGES.unmanaged(entity.getClass().getName());
            }
        }
        FetchTree tree = FetchTree.of(types, paths);
        managed.forEach((context, owners) -> new PrefetchRun(context, tree).run(owners));
        if (!free.isEmpty()) {
            FreeInstances.withReader(partition, free, (context, owners) -> new PrefetchRun(context, tree).run(owners));
        }
    }

    @Override
    public List<String> deploymentProblems(ClassLoader application) {
        return DeclaredUnits.of(application).problems();
    }

    @Override
    public @Nullable QueryDescription describe(Query query) {
        return DescribedQuery.of(query);
    }
}
