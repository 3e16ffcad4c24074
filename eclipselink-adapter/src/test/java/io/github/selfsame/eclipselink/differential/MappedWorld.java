package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.map.MapInvariants;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import io.github.selfsame.spi.IdentityMapRuntimes;
import jakarta.persistence.EntityManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.sessions.Session;

/** The world with the library; sees to it that one row is one object (rule R1). */
final class MappedWorld extends World {

    /** What is known of one map. */
    private static final class Known {

        final IdentityMap map;
        final Map<String, Object> canonical = new HashMap<>();

        /** The rows whose next read need not give the same object. */
        final Set<String> forgiven = new HashSet<>();

        Known(IdentityMap map) {
            this.map = map;
        }
    }

    /** A map that is current, or was before another one was opened; nothing is known under bypass. */
    private record Frame(IdentityMapActivation activation, Known known) {}

    private final IdentityMapManager maps = new IdentityMapManager();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<Known> all = new ArrayList<>();
    private final IdentityHashMap<Object, EntityManager> copies = new IdentityHashMap<>();
    private final Map<EntityManager, Set<String>> changed = new IdentityHashMap<>();
    private final Map<EntityManager, List<Object>> persisted = new IdentityHashMap<>();

    /** EntityManagers that were not the only one at some time. */
    private final Set<EntityManager> overlapping = Collections.newSetFromMap(new IdentityHashMap<>());

    /** EntityManagers that have seen more than one map. */
    private final Set<EntityManager> mixed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<String> violations = new ArrayList<>();

    MappedWorld(Map<String, Object> properties) {
        super(properties);
        IdentityMapRuntimes.register(maps.runtime());
    }

    @Override
    void reset() {
        super.reset();
        copies.clear();
        changed.clear();
        persisted.clear();
        overlapping.clear();
        mixed.clear();
        violations.clear();
        push(maps.open());
    }

    private void push(IdentityMapActivation activation) {
        Known known = new Known(activation.map());
        all.add(known);
        frames.push(new Frame(activation, known));
    }

    @Override
    void finish() {
        super.finish();
        while (!frames.isEmpty()) {
            leave();
        }
        all.clear();
    }

    @Override
    void nest(IdentityMapOptions options) {
        super.nest(options);
        mixOpen();
        push(maps.open(options));
    }

    @Override
    void bypass() {
        super.bypass();
        mixOpen();
        frames.push(new Frame(maps.bypass(), null));
    }

    @Override
    void unnest() {
        super.unnest();
        mixOpen();
        leave();
    }

    private void leave() {
        Frame frame = frames.pop();
        if (frame.known() != null && frame.known().map.statistics().failedAdoptions() > 0) {
            violations.add("R19: instances could not be adopted");
        }
        frame.activation().close();
        if (frame.known() != null && frame.known().map.size() != 0) {
            violations.add("D1: the map holds " + frame.known().map.size() + " instances after its end");
        }
        all.remove(frame.known());
    }

    private void mixOpen() {
        for (int index = 0; index < CONTEXTS; index++) {
            if (isOpen(index)) {
                mixed.add(context(index));
            }
        }
    }

    /** What has been wrong since the last call. */
    List<String> violations() {
        all.forEach(known -> violations.addAll(MapInvariants.violations((ScopedIdentityMap) known.map)));
        List<String> found = List.copyOf(violations);
        violations.clear();
        return found;
    }

    @Override
    void met(int context, Object entity) {
        Known known = frames.isEmpty() ? null : frames.peek().known();
        EntityManager manager = context(context);
        if (known == null
                || mixed.contains(manager)
                || Model.kindOf(entity.getClass()).isReadOnly()) {
            return;
        }
        String key = key(context, entity);
        Object before = known.canonical.get(key);
        if (copies.get(entity) == manager) {
            return;
        }
        if (before == entity) {
            known.forgiven.remove(key);
            return;
        }
        boolean isCanonical = known.map.contains(entity);
        if (before == null || known.forgiven.remove(key)) {
            if (isCanonical) {
                known.canonical.put(key, entity);
                return;
            }
            known.canonical.remove(key);
            copies.put(entity, manager);
            if (!overlapping.contains(manager)) {
                violations.add("R1: " + key + " is not canonical, though nothing is in the way");
            }
        } else if (isManagedByAnother(before, manager)
                || (!isCanonical && overlapping.contains(manager) && known.map.contains(before))) {
            // R3: a private copy, perhaps from when another one had been there
            copies.put(entity, manager);
        } else {
            violations.add("R1: " + key + " is another object than before");
        }
    }

    @Override
    void open(int context, String tenant) {
        super.open(context, tenant);
        List<EntityManager> open = new ArrayList<>();
        for (int index = 0; index < CONTEXTS; index++) {
            if (isOpen(index)) {
                open.add(context(index));
            }
        }
        if (open.size() > 1) {
            overlapping.addAll(open);
        }
    }

    @Override
    void touch(int context, Collection<?> entities) {
        super.touch(context, entities);
        Set<String> keys = changed.computeIfAbsent(context(context), manager -> new HashSet<>());
        for (Object entity : entities) {
            Neighbours.of(entity, session()).forEach(neighbour -> keys.add(rowOf(neighbour)));
        }
    }

    @Override
    void committed(int context) {
        super.committed(context);
        EntityManager manager = context(context);
        changed.remove(manager);
        Known known = frames.isEmpty() ? null : frames.peek().known();
        for (Object entity : persisted.getOrDefault(manager, List.of())) {
            if (known != null
                    && manager.contains(entity)
                    && !mixed.contains(manager)
                    && !overlapping.contains(manager)) {
                if (known.map.contains(entity)) {
                    known.canonical.put(key(context, entity), entity);
                } else {
                    violations.add("R7: " + key(context, entity) + " is not canonical after its commit");
                }
            }
        }
        persisted.remove(manager);
    }

    @Override
    void givenUp(int context) {
        super.givenUp(context);
        Set<String> keys = changed.remove(context(context));
        if (keys != null) {
            keys.forEach(this::forgiveRow);
        }
        persisted.remove(context(context));
    }

    @Override
    void persisted(int context, Object entity) {
        copies.put(entity, context(context));
        persisted
                .computeIfAbsent(context(context), manager -> new ArrayList<>())
                .add(entity);
        forgive(List.of(entity));
    }

    private boolean isManagedByAnother(Object known, EntityManager manager) {
        for (int index = 0; index < CONTEXTS; index++) {
            if (isOpen(index) && context(index) != manager && context(index).contains(known)) {
                return true;
            }
        }
        return false;
    }

    @Override
    void forgive(Collection<?> entities) {
        entities.forEach(entity -> forgiveRow(rowOf(entity)));
    }

    private void forgiveRow(String row) {
        for (Known known : all) {
            known.forgiven.add(key(null, row));
            known.forgiven.add(key(OTHER_TENANT, row));
        }
    }

    @Override
    void forgiveReachable(Object entity) {
        forgive(Neighbours.reachable(entity, session()));
    }

    @Override
    void forgiveManaged(int context) {
        all.forEach(known -> known.canonical.forEach((key, entity) -> {
            if (context(context).contains(entity)) {
                known.forgiven.add(key);
            }
        }));
    }

    private Session session() {
        return factory().unwrap(Session.class);
    }

    private String key(int context, Object entity) {
        return key(tenant(context), rowOf(entity));
    }

    private static String key(String tenant, String row) {
        return tenant + ":" + row;
    }

    private static String rowOf(Object entity) {
        var kind = Model.kindOf(entity.getClass());
        return kind.root().getSimpleName() + "#" + kind.id(entity);
    }

    @Override
    public void close() {
        super.close();
        IdentityMapRuntimes.unregister(maps.runtime());
    }
}
