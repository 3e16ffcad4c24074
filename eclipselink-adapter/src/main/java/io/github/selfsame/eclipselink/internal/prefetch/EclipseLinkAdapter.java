package io.github.selfsame.eclipselink.internal.prefetch;

import static io.github.selfsame.eclipselink.internal.prefetch.PrefetchMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.FreeInstances;
import io.github.selfsame.eclipselink.internal.ManagingContexts;
import io.github.selfsame.eclipselink.internal.access.DescribedQuery;
import io.github.selfsame.eclipselink.internal.setup.DeclaredUnits;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchOutcome;
import io.github.selfsame.prefetch.PrefetchOutcome.StepOutcome;
import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.PrefetchResult;
import io.github.selfsame.spi.PrefetchResult.PerOwner;
import io.github.selfsame.spi.QueryDescription;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    public PrefetchResult prefetch(Partition partition, Collection<?> entities, List<Prefetch<?, ?>> prefetches) {
        Owners owners = Owners.of(partition, entities);
        FetchTree tree = FetchTree.of(owners.types, prefetches);
        Map<String, PerOwner> separate = new HashMap<>();
        List<StepOutcome> steps = new ArrayList<>();
        owners.managed.forEach(
                (context, managed) -> steps.addAll(new PrefetchRun(context, tree, separate).run(managed)));
        if (!owners.free.isEmpty()) {
            FreeInstances.withReader(
                    partition,
                    owners.free,
                    (reader, adopted) -> steps.addAll(new PrefetchRun(reader, tree, separate).run(adopted)));
        }
        return new PrefetchResult(separate, new PrefetchOutcome(tree.rootType(), steps));
    }

    @Override
    public PrefetchPlan plan(Partition partition, Collection<?> entities, List<Prefetch<?, ?>> prefetches) {
        return Planner.plan(FetchTree.of(Owners.of(partition, entities).types, prefetches));
    }

    @Override
    public List<String> deploymentProblems(ClassLoader application) {
        return DeclaredUnits.of(application).problems();
    }

    @Override
    public @Nullable QueryDescription describe(Query query) {
        return DescribedQuery.of(query);
    }

    @Override
    public <T> @Nullable List<@Nullable T> findMultiple(EntityManager entityManager, Class<T> entityType, List<?> ids) {
        return MultipleQuery.find(entityManager, entityType, ids);
    }

    /** The entities of a call by who manages them. */
    private static final class Owners {

        private final Set<ClassDescriptor> types = new LinkedHashSet<>();
        private final IdentityHashMap<UnitOfWorkImpl, List<Object>> managed = new IdentityHashMap<>();
        private final List<Object> free = new ArrayList<>();

        static Owners of(Partition partition, Collection<?> entities) {
            Owners owners = new Owners();
            for (Object entity : entities) {
                ClassDescriptor descriptor = ManagingContexts.descriptorOf(entity, partition);
                owners.types.add(descriptor);
                UnitOfWorkImpl context = ManagingContexts.of(entity, descriptor, partition);
                if (context != null) {
                    owners.managed
                            .computeIfAbsent(context, key -> new ArrayList<>())
                            .add(entity);
                } else if (ManagingContexts.isFree(entity, partition)) {
                    owners.free.add(entity);
                } else {
                    throw MESSAGES.unmanaged(entity.getClass().getName());
                }
            }
            return owners;
        }
    }
}
