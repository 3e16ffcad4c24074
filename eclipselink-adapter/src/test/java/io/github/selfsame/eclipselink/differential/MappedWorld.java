package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.DivergentInstanceException;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.internal.prefetch.EclipseLinkAdapter;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.map.MapInvariants;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import io.github.selfsame.internal.prefetch.PrefetchDispatcher;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.spi.IdentityMapRuntimes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** The world with the library; sees to it that one row is one object (rule R1). */
final class MappedWorld extends World {

    private final IdentityMapManager maps = new IdentityMapManager();
    private final Map<String, Object> canonical = new HashMap<>();
    private final IdentityHashMap<Object, EntityManager> copies = new IdentityHashMap<>();
    private final Set<String> forgiven = new HashSet<>();

    /** The types of what was changed while no EntityManager managed it. */
    private final Set<Class<?>> divergent = new HashSet<>();

    /** The roots of the hierarchies that do not take part (rule Q3). */
    private final Set<String> excluded;

    /** EntityManagers that were not the only one at some time. */
    private final Set<EntityManager> overlapping = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<String> violations = new ArrayList<>();
    private final IdentityMapOptions options;
    private final Deque<IdentityMapActivation> activations = new ArrayDeque<>();
    /** The map that was there first, or its successor. */
    private IdentityMap map;
    /** Whether the program has had one map all the time, so that a row must be one object. */
    private boolean isOneMap;

    MappedWorld(Map<String, Object> properties, Places where, IdentityMapOptions options) {
        super(properties, where);
        excluded =
                Set.of(properties.get("selfsame.excluded-entities").toString().split(", ", -1));
        this.options = options;
        IdentityMapRuntimes.register(maps.runtime());
    }

    @Override
    void reset() {
        super.reset();
        canonical.clear();
        copies.clear();
        forgiven.clear();
        divergent.clear();
        overlapping.clear();
        violations.clear();
        isOneMap = true;
        openMap();
    }

    private void openMap() {
        activations.push(maps.open(options));
        map = activations.peek().map();
    }

    @Override
    void finish() {
        super.finish();
        while (!activations.isEmpty()) {
            closeLast();
        }
    }

    private void closeLast() {
        activations.pop().close();
        if (activations.isEmpty() && map.size() != 0) {
            violations.add("D1: the map holds " + map.size() + " instances after its end");
        }
    }

    @Override
    void enter(MapAction.Surroundings surroundings) {
        super.enter(surroundings);
        isOneMap = false;
        activations.push(
                switch (surroundings) {
                    case NO_MAP -> maps.bypass();
                    case ANOTHER_MAP -> maps.open(options);
                    case THE_MAP_AGAIN -> maps.resume(map);
                });
    }

    @Override
    void leave() {
        super.leave();
        closeLast();
    }

    @Override
    void startAgain() {
        isOneMap = false;
        closeLast();
        openMap();
    }

    @Override
    void collectGarbage() {
        if (options.retention() == IdentityMapOptions.Retention.WEAK) {
            canonical.clear();
            copies.clear();
            System.gc();
        }
    }

    /** What has been wrong since the last call. */
    List<String> violations() {
        if (!activations.isEmpty()) {
            violations.addAll(MapInvariants.violations((ScopedIdentityMap) map));
        }
        List<String> found = List.copyOf(violations);
        violations.clear();
        return found;
    }

    long failures() {
        return activations.isEmpty() ? 0 : map.statistics().failedAdoptions();
    }

    @Override
    void met(int context, Object entity) {
        Kind<Object> kind = Model.kindOf(entity.getClass());
        Object tenant = kind.tenant(entity);
        if (tenant != null && !contexts().isFor(context, tenant)) {
            violations.add("A3: " + Model.describe(entity) + " of the tenant " + tenant + " was given out for "
                    + contexts().partition(context));
        }
        // what is new has no row yet
        boolean isNew = kind.id(entity) == null;
        if (!isOneMap
                || isNew
                || kind.isReadOnly()
                || excluded.contains(kind.root().getSimpleName())) {
            return;
        }
        EntityManager manager = context(context);
        String key = key(contexts().partition(context), entity);
        if (canonical.get(key(Opening.UNTOLD, entity)) == entity) {
            // was read before the EntityManager was told its tenant
            return;
        }
        Object known = canonical.get(key);
        if (known == entity || copies.get(entity) == manager) {
            return;
        }
        boolean isCanonical = map.contains(entity);
        if (known == null || forgiven.remove(key)) {
            if (isCanonical) {
                canonical.put(key, entity);
                return;
            }
            canonical.remove(key);
            copies.put(entity, manager);
            if (!overlapping.contains(manager)) {
                violations.add("R1: " + key + " is not canonical, though nothing is in the way");
            }
        } else if (isManagedByAnother(known, manager)
                || (!isCanonical && overlapping.contains(manager) && map.contains(known))) {
            // R3: a private copy, perhaps from when another one had been there
            copies.put(entity, manager);
        } else {
            violations.add("R1: " + key + " is another object than before");
        }
    }

    @Override
    void sawFormer(Object entity) {
        if (map.contains(entity)) {
            violations.add("R2: what was read of a former row is in the map");
        }
    }

    @Override
    void prefetchFree(Object owner, String path) {
        if (isOneMap && map.contains(owner)) {
            try {
                prefetch(List.of(owner), path);
            } catch (EntityNotFoundException e) {
                // what a reference to no row says at its first use
                if (!isPartial(owner)) {
                    throw e;
                }
            }
        }
    }

    @Override
    void prefetch(List<Object> owners, String path) {
        // of a private copy it can't be told where it belongs
        List<Object> known = owners.stream()
                .filter(owner -> isOnePartition() || map.contains(owner))
                .toList();
        if (isOneMap && !known.isEmpty()) {
            PrefetchDispatcher dispatcher = new PrefetchDispatcher(() -> List.of(new EclipseLinkAdapter()));
            dispatcher.prefetch(
                    Objects.requireNonNull(IdentityMapRuntimes.current()), known, List.of(Prefetch.of(path)));
        }
    }

    @Override
    void open(int context) {
        super.open(context);
        List<EntityManager> open = new ArrayList<>();
        for (int index = 0; index < CONTEXTS; index++) {
            if (isOpen(index)) {
                open.add(context(index));
            }
        }
        if (open.size() + contexts().closing().count() > 1) {
            overlapping.addAll(open);
        }
    }

    @Override
    void persisted(int context, Object entity) {
        copies.put(entity, context(context));
        forgiveAll();
    }

    private boolean isManagedByAnother(Object known, EntityManager manager) {
        for (int index = 0; index < CONTEXTS; index++) {
            if (isOpen(index) && context(index) != manager && contexts().manages(index, known)) {
                return true;
            }
        }
        return contexts().closing().anyMatch(unitOfWork -> unitOfWork.isObjectRegistered(known));
    }

    @Override
    void changeDetached(Object entity) {
        divergent.add(entity.getClass());
        forgive(entity);
    }

    /** R5: whether a read has failed because the map refuses such an instance. */
    boolean isSaidDivergent(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DivergentInstanceException refusal) {
                return options.divergence() == IdentityMapOptions.Divergence.FAIL
                        && divergent.stream().anyMatch(type -> refusal.getMessage()
                                .contains("The instance of " + type.getName() + " with"));
            }
        }
        return false;
    }

    @Override
    void forgive(Object entity) {
        contexts().partitions().forEach(partition -> forgiven.add(key(partition, entity)));
    }

    @Override
    void forgiveAll(int context) {
        forgivenessIfFailed(context).run();
    }

    @Override
    Runnable forgivenessIfFailed(int context) {
        List<UnitOfWorkImpl> ending = contexts().ending(context);
        Set<String> known = keys(entity -> ending.stream()
                .anyMatch(unitOfWork -> unitOfWork.isObjectRegistered(entity) || unitOfWork.isObjectDeleted(entity)));
        return () -> forgiven.addAll(known);
    }

    @Override
    Runnable forgivenessIfCommitted(int context) {
        List<UnitOfWorkImpl> ending = contexts().ending(context);
        Set<String> deleted =
                keys(entity -> ending.stream().anyMatch(unitOfWork -> unitOfWork.isObjectDeleted(entity)));
        return () -> forgiven.addAll(deleted);
    }

    @Override
    Runnable forgivenessOfRemoved(int context) {
        Set<String> removed = managedIn(context);
        return () -> {
            removed.removeAll(managedIn(context));
            forgiven.addAll(removed);
        };
    }

    private Set<String> managedIn(int context) {
        return keys(entity -> contexts().manages(context, entity));
    }

    private Set<String> keys(Predicate<Object> condition) {
        Set<String> keys = new HashSet<>();
        canonical.forEach((key, entity) -> {
            if (condition.test(entity)) {
                keys.add(key);
            }
        });
        return keys;
    }

    @Override
    void forgiveAll() {
        forgiven.addAll(canonical.keySet());
    }

    private static String key(String partition, Object entity) {
        var kind = Model.kindOf(entity.getClass());
        return partition + ":" + kind.root().getSimpleName() + "#" + kind.id(entity);
    }

    @Override
    public void close() {
        super.close();
        IdentityMapRuntimes.unregister(maps.runtime());
    }
}
