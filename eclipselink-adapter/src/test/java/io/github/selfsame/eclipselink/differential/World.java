package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Country;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.persistence.queries.FetchGroupTracker;

/** One database or two, and the EntityManagers and variables of the program that runs there. */
class World implements AutoCloseable {

    static final int CONTEXTS = Contexts.COUNT;
    static final int VARIABLES = 3;

    private final List<Place> places;
    private final Contexts contexts;
    private final Object[] variables = new Object[VARIABLES];
    /** The EntityManagers that what is in the variables has come from. */
    private final EntityManager[] givers = new EntityManager[VARIABLES];

    /** What the program has made itself of entities, and no EntityManager has given out. */
    private final Set<Object> copies = Collections.newSetFromMap(new IdentityHashMap<>());

    private final KnownDifferences differences;
    private final boolean hasSharedCache;
    private int depth;
    private String code = "";

    World(Map<String, Object> properties, Places where) {
        hasSharedCache = Boolean.parseBoolean(String.valueOf(properties.get("eclipselink.cache.shared.default")));
        differences = new KnownDifferences(hasSharedCache);
        List<Opening> openings = where.open(properties);
        places = openings.stream().map(Opening::place).distinct().toList();
        contexts = new Contexts(openings, where.demarcation());
    }

    /** Goes back to the rows and to the state of the unit that each program begins with. */
    void reset() {
        places.forEach(Place::reset);
        copies.clear();
        differences.clear();
        depth = 0;
        Arrays.fill(variables, null);
        Arrays.fill(givers, null);
    }

    /** Closes what the program has left open. */
    void finish() {
        contexts.finish();
        Arrays.fill(variables, null);
    }

    boolean hasSharedCache() {
        return hasSharedCache;
    }

    /** The first of the units. */
    EntityManagerFactory factory() {
        return places.get(0).factory();
    }

    /** That of the first unit. */
    Database database() {
        return places.get(0).database();
    }

    List<String> statements() {
        return places.stream()
                .flatMap(place -> place.database().statements().stream())
                .toList();
    }

    String content() {
        return places.stream().map(Place::content).collect(Collectors.joining());
    }

    /** What the two worlds may show differently. */
    KnownDifferences differences() {
        return differences;
    }

    Contexts contexts() {
        return contexts;
    }

    /** Whether all EntityManagers see the same rows. */
    boolean isOnePartition() {
        return contexts.partitions().size() == 1;
    }

    boolean isOpen(int context) {
        return contexts.isOpen(context);
    }

    boolean isInTransaction(int context) {
        return contexts.isInTransaction(context);
    }

    EntityManager context(int context) {
        return contexts.get(context);
    }

    /** The one that the step works in. */
    EntityManager manager(Step step) {
        return context(step.context());
    }

    /** Reads in an EntityManager that has nothing to do with those of the program. */
    Object readApart(boolean inTransaction, Function<EntityManager, Object> reading) throws Exception {
        return contexts.demarcation().apart(factory(), inTransaction, reading);
    }

    void open(int context) {
        contexts.open(context);
    }

    /** An EntityManager has changes that are not committed. */
    void touch(int context) {
        contexts.touch(context);
    }

    Object variable(int variable) {
        return variables[variable];
    }

    boolean isSet(int variable) {
        return variables[variable] != null;
    }

    /** Sets a variable to what an EntityManager has given out. */
    void assign(int context, int variable, Object entity) {
        variables[variable] = entity;
        givers[variable] = context(context);
    }

    void assignCopy(int variable, Object copy) {
        copies.add(copy);
        variables[variable] = copy;
        givers[variable] = null;
    }

    boolean isCopy(int variable) {
        return copies.contains(variables[variable]);
    }

    /** Whether an EntityManager has given out what is in the variable, and manages it still. */
    boolean isGivenBy(int context, int variable) {
        return isManaged(context, variable) && givers[variable] == context(context);
    }

    /** What an EntityManager has given out so far does not count any longer: it has been cleared, or rolled back. */
    void letGo(EntityManager manager) {
        for (int variable = 0; variable < VARIABLES; variable++) {
            if (givers[variable] == manager) {
                givers[variable] = null;
            }
        }
    }

    boolean isManaged(int context, int variable) {
        return isSet(variable) && contexts.manages(context, variables[variable]);
    }

    boolean isRemovable(int context, int variable) {
        // an unwoven reference in an embeddable brings a second managed instance of what is removed from the shared
        // cache
        return isManaged(context, variable) && !(hasSharedCache && variables[variable] instanceof Country);
    }

    /** Whether the entity in a variable was loaded in part. */
    boolean isPartial(int variable) {
        return isPartial(variables[variable]);
    }

    static boolean isPartial(Object entity) {
        return entity instanceof FetchGroupTracker tracker && tracker._persistence_getFetchGroup() != null;
    }

    /** Whether no open EntityManager manages what is in the variable, or has removed it. */
    boolean isDetached(int variable) {
        return isSet(variable) && !contexts.isKnown(variables[variable]);
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

    /** A query has given out what was in former rows. */
    void sawFormer(Object entity) {}

    /** An EntityManager has given an entity out: what it looks like. */
    Object saw(int context, Object entity) {
        if (!Model.isEntity(entity)) {
            return Model.describe(entity);
        }
        met(context, entity);
        Kind<Object> kind = Model.kindOf(entity.getClass());
        StringBuilder seen = new StringBuilder(Model.describe(entity)).append('{');
        if (differences.isChangedBeneath(entity)) {
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

    /** An EntityManager has given an entity out. */
    void met(int context, Object entity) {}

    /** Loads in bulk, where there is something to do that with. */
    void prefetch(List<Object> owners, String path) {}

    /** Loads for what no EntityManager manages, where there is something to do that with. */
    void prefetchFree(Object owner, String path) {}

    /** From now on another map is current, or none. */
    void enter(MapAction.Surroundings surroundings) {
        depth++;
    }

    /** What was current before is so again. */
    void leave() {
        depth--;
    }

    /** How many times the program has entered and not left. */
    int depth() {
        return depth;
    }

    /** The map ends, and another one begins. */
    void startAgain() {}

    /** Whatever nobody holds firmly may go. */
    void collectGarbage() {}

    /** The program has persisted an entity of its own. */
    void persisted(int context, Object entity) {}

    /** What no EntityManager manages is about to be changed. */
    void changeDetached(Object entity) {}

    /** The next read of the row need not give the same object. */
    void forgive(Object entity) {}

    /** The next read of any row that an EntityManager has given out need not give the same object. */
    void forgiveAll(int context) {}

    /** What to do if a commit fails that is to come now. */
    Runnable forgivenessIfFailed(int context) {
        return () -> {};
    }

    /** What to do if a commit succeeds that is to come now: what it deletes may come again as another object only. */
    Runnable forgivenessIfCommitted(int context) {
        return () -> {};
    }

    /** What to do after something was removed: the next read of the rows that were removed need not give the same objects. */
    Runnable forgivenessOfRemoved(int context) {
        return () -> {};
    }

    /** The next read of any row need not give the same object. */
    void forgiveAll() {}

    @Override
    public void close() {
        finish();
        places.forEach(Place::close);
    }
}
