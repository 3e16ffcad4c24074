package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.sessions.server.ServerSession;

/** A database with a persistence unit on it, and the EntityManagers and variables of the program that runs there. */
class World implements AutoCloseable {

    static final int CONTEXTS = 3;
    static final int VARIABLES = 3;

    /** The tenant of some EntityManagers; null is that of the unit. */
    static final String OTHER_TENANT = "b";

    private final Database database = new Database();
    private final EntityManagerFactory factory;
    private final Tables tables;
    private final EntityManager[] contexts = new EntityManager[CONTEXTS];
    private final Object[] variables = new Object[VARIABLES];
    private final String[] tenants = new String[CONTEXTS];

    /** The options of the maps that are open one within the other; empty for a bypass. */
    private final Deque<Optional<IdentityMapOptions>> nested = new ArrayDeque<>();

    /** Rows that were changed past the persistence unit: what a read outside a transaction shows of them is open (R6). */
    private final Set<String> changedBeneath = new HashSet<>();

    private final boolean hasSharedCache;
    private String code = "";

    World(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
        hasSharedCache = Boolean.parseBoolean(String.valueOf(properties.get("eclipselink.cache.shared.default")));
        factory = Persistence.createEntityManagerFactory("model", all);
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Model.fill(manager);
        manager.getTransaction().commit();
        manager.close();
        database.execute("SET DEFAULT_LOCK_TIMEOUT 1");
        tables = new Tables(database);
    }

    /** Goes back to the rows and to the state of the unit that each program begins with. */
    void reset() {
        tables.reset();
        ServerSession session = factory.unwrap(ServerSession.class);
        session.getIdentityMapAccessor().initializeAllIdentityMaps();
        session.getSequencingControl().initializePreallocated();
        changedBeneath.clear();
        nested.clear();
        Arrays.fill(variables, null);
        database.forget();
    }

    /** Closes what the program has left open. */
    void finish() {
        for (int index = 0; index < CONTEXTS; index++) {
            if (contexts[index] != null) {
                close(index);
            }
        }
        Arrays.fill(variables, null);
    }

    boolean hasSharedCache() {
        return hasSharedCache;
    }

    EntityManagerFactory factory() {
        return factory;
    }

    Database database() {
        return database;
    }

    Tables tables() {
        return tables;
    }

    boolean isOpen(int context) {
        return contexts[context] != null;
    }

    boolean isInTransaction(int context) {
        return isOpen(context) && contexts[context].getTransaction().isActive();
    }

    EntityManager context(int context) {
        return contexts[context];
    }

    /**
     * Opens an EntityManager.
     *
     * @param tenant its own tenant, or {@code null} for that of the unit
     */
    void open(int context, String tenant) {
        tenants[context] = tenant;
        contexts[context] = tenant == null
                ? factory.createEntityManager()
                : factory.createEntityManager(Map.of("eclipselink.tenant-id", tenant));
    }

    String tenant(int context) {
        return tenants[context];
    }

    void nest(IdentityMapOptions options) {
        nested.push(Optional.of(options));
    }

    void bypass() {
        nested.push(Optional.empty());
    }

    void unnest() {
        nested.pop();
    }

    int depth() {
        return nested.size();
    }

    /** Whether one of the open maps serves what is out of date on purpose. */
    boolean isRepeatable() {
        return nested.stream()
                .anyMatch(options -> options.isPresent() && options.get().freshness() == Freshness.REPEATABLE);
    }

    /** Whether one of the open maps undoes what is changed while nobody manages it. */
    boolean isRestoring() {
        return nested.stream()
                .anyMatch(options -> options.isPresent() && options.get().divergence() == Divergence.RESTORE);
    }

    void close(int context) {
        givenUp(context);
        EntityManager manager = contexts[context];
        contexts[context] = null;
        try {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        } finally {
            manager.close();
        }
    }

    /** An EntityManager has changed entities, and perhaps those that they refer to. */
    void touch(int context, Collection<?> entities) {}

    /** An EntityManager has committed what it has changed. */
    void committed(int context) {}

    /** An EntityManager is about to give up what it has changed and not committed (R8). */
    void givenUp(int context) {}

    Object variable(int variable) {
        return variables[variable];
    }

    boolean isSet(int variable) {
        return variables[variable] != null;
    }

    void assign(int variable, Object entity) {
        variables[variable] = entity;
    }

    boolean isManaged(int context, int variable) {
        return isOpen(context) && isSet(variable) && contexts[context].contains(variables[variable]);
    }

    /** Whether no open EntityManager manages what is in the variable. */
    boolean isDetached(int variable) {
        if (!isSet(variable)) {
            return false;
        }
        for (EntityManager manager : contexts) {
            if (manager != null && manager.contains(variables[variable])) {
                return false;
            }
        }
        return true;
    }

    Kind<Object> kindOf(int variable) {
        return Model.kindOf(variables[variable].getClass());
    }

    /** One of the attributes that the entity in a variable has. */
    Property<Object> property(Step step) {
        List<Property<Object>> properties = kindOf(step.variable()).properties();
        return properties.get(step.kind() % properties.size());
    }

    Kind<Object> kind(Step step) {
        List<Kind<?>> kinds = Model.kinds();
        return Model.kindOf(kinds.get(step.kind() % kinds.size()).type());
    }

    Object key(Step step) {
        List<Object> ids = kind(step).ids();
        return ids.get(step.way() % ids.size());
    }

    /** Notes a step as code, for whoever reads a failing program. */
    void say(String said) {
        code = said;
    }

    String said() {
        String said = code;
        code = "";
        return said;
    }

    /** An EntityManager has given an entity out: what it looks like. */
    Object saw(int context, Object entity) {
        if (!Model.isEntity(entity)) {
            return Model.describe(entity);
        }
        met(context, entity);
        Kind<Object> kind = Model.kindOf(entity.getClass());
        StringBuilder seen = new StringBuilder(Model.describe(entity)).append('{');
        if (changedBeneath.contains(Model.describe(entity))) {
            return seen.append("changed beneath}").toString();
        }
        for (Property<Object> property : kind.properties()) {
            if (!property.isLazy()) {
                seen.append(property.name())
                        .append('=')
                        .append(Model.describe(property.read().apply(entity)))
                        .append(' ');
            }
        }
        return seen.append('}').toString();
    }

    Object sawAll(int context, List<?> entities) {
        List<Object> seen = new ArrayList<>();
        entities.forEach(entity -> seen.add(saw(context, entity)));
        return seen;
    }

    void changeBeneath(Object entity) {
        changedBeneath.add(entity.toString());
    }

    boolean isChangedBeneath(Object entity) {
        return changedBeneath.contains(Model.describe(entity));
    }

    /** An EntityManager has given an entity out. */
    void met(int context, Object entity) {}

    /** The program has persisted an entity of its own. */
    void persisted(int context, Object entity) {}

    /** The next read of the rows need not give the same objects. */
    void forgive(Collection<?> entities) {}

    /** The next read of what can be reached from an entity need not give the same objects. */
    void forgiveReachable(Object entity) {}

    /** The next read of what an EntityManager manages need not give the same objects. */
    void forgiveManaged(int context) {}

    @Override
    public void close() {
        finish();
        factory.close();
        tables.close();
        database.close();
    }
}
