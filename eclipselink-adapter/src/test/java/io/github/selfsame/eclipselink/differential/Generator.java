package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes random programs: the same seed makes the same program. */
final class Generator {

    private static final Set<Action> NEED_MANAGED = Set.of(
            PrefetchAction.PREFETCH,
            ReadAction.NAVIGATE,
            ReadAction.REFRESH,
            ReadAction.REFRESH_STORING,
            ChangeAction.CHANGE,
            ChangeAction.REMOVE,
            ChangeAction.DETACH,
            LockAction.LOCK,
            LockAction.REFRESH_LOCKED,
            MergeAction.COPY,
            MergeAction.MERGE_CHANGED,
            MergeAction.REMOVE_AND_PERSIST,
            NestedAction.NESTED_CHANGE,
            NestedAction.NESTED_REMOVE);
    private static final Set<Action> NEED_DETACHED = Set.of(
            PrefetchAction.FREE,
            ReadAction.NAVIGATE_DETACHED,
            ChangeAction.CHANGE_DETACHED,
            ChangeAction.PERSIST_DETACHED,
            ChangeAction.REMOVE_DETACHED,
            ChangeAction.MERGE,
            LockAction.LOCK_DETACHED);
    private static final Set<Action> USE_ATTRIBUTE = Set.of(
            PrefetchAction.PREFETCH,
            PrefetchAction.FREE,
            ReadAction.NAVIGATE,
            ReadAction.NAVIGATE_DETACHED,
            ChangeAction.CHANGE,
            ChangeAction.CHANGE_DETACHED,
            MergeAction.CHANGE_COPY,
            MergeAction.MERGE_CHANGED,
            NestedAction.NESTED_CHANGE);

    private final Random random;
    private final List<Step> program = new ArrayList<>();
    private final List<Integer> kinds;
    private final Expectation expectation = new Expectation();

    private Generator(long seed) {
        random = new Random(seed * 0x5DEECE66DL + 0xBL);
        kinds = relatedKinds();
    }

    /** A few kinds that refer to one another, so that the steps have to do with one another. */
    private List<Integer> relatedKinds() {
        List<Kind<?>> all = Model.kinds();
        List<Integer> related = new ArrayList<>();
        int next = random.nextInt(all.size());
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            related.add(next);
            List<Kind<?>> targets = new ArrayList<>();
            all.get(next).properties().stream()
                    .filter(Property::isAssociation)
                    .forEach(property -> targets.addAll(Model.kindsOf(property.target())));
            next = targets.isEmpty() || random.nextInt(5) == 0
                    ? random.nextInt(all.size())
                    : all.indexOf(targets.get(random.nextInt(targets.size())));
        }
        return related;
    }

    static List<Step> program(long seed) {
        return new Generator(seed).make();
    }

    private List<Step> make() {
        int length = 6 + random.nextInt(40);
        while (program.size() < length) {
            int context = random.nextInt(random.nextInt(World.CONTEXTS) + 1);
            if (!expectation.isOpen(context)) {
                add(ContextAction.OPEN, context);
                if (random.nextInt(3) != 0) {
                    add(ContextAction.BEGIN, context);
                }
            }
            Action action = next(context);
            if (action == MergeAction.MERGE_COPY) {
                addMerge(context);
            } else if (action == ChangeAction.CHANGE_DETACHED) {
                addChangeOfDetached(context);
            } else {
                add(action, context);
            }
            if (action == ContextAction.COMMIT || action == ContextAction.ROLLBACK) {
                if (random.nextBoolean()) {
                    add(ContextAction.CLOSE, context);
                }
            }
        }
        return program;
    }

    private Action next(int context) {
        return switch (random.nextInt(32)) {
            case 0 -> ContextAction.CLOSE;
            case 1, 2, 3 -> transact(context);
            case 4 -> random.nextInt(3) == 0 ? ContextAction.CLEAR : ContextAction.FLUSH;
            case 5, 6, 7, 8 ->
                pick(
                        ReadAction.FIND,
                        ReadAction.FIND,
                        ReadAction.FIND_BY_ROOT,
                        ReadAction.REFERENCE,
                        LockAction.FIND_LOCKED);
            case 9 ->
                pick(
                        ReadAction.QUERY,
                        ReadAction.QUERY,
                        ReadAction.JOIN_FETCH,
                        ReadAction.NATIVE_QUERY,
                        ReadAction.QUERY_VALUES);
            case 10 ->
                pick(PrefetchAction.PREFETCH, PrefetchAction.PREFETCH, PrefetchAction.QUERY, PrefetchAction.FREE);
            case 11, 12, 13 ->
                pick(ReadAction.NAVIGATE, ReadAction.NAVIGATE, ReadAction.NAVIGATE, ReadAction.NAVIGATE_DETACHED);
            case 14, 15, 16 -> ChangeAction.CHANGE;
            case 17 -> pick(ChangeAction.PERSIST, ChangeAction.PERSIST, ChangeAction.REMOVE, ChangeAction.REMOVE);
            case 18 -> pick(ChangeAction.values());
            case 19 ->
                random.nextBoolean()
                        ? pick(StoreAction.values())
                        : pick(ReadAction.REFRESH, ReadAction.REFRESH_STORING, LockAction.LOCK);
            case 20, 21, 22 -> pick(QueryAction.values());
            case 23 -> pick(FetchAction.values());
            case 24, 25 -> MergeAction.MERGE_COPY;
            case 26 -> pick(MergeAction.values());
            case 27 -> pick(LockAction.values());
            case 28 -> pick(FlushAction.values());
            case 29 -> pick(MapAction.values());
            case 30 -> ChangeAction.CHANGE_DETACHED;
            default -> pick(NestedAction.values());
        };
    }

    private Action transact(int context) {
        if (!expectation.isInTransaction(context)) {
            return ContextAction.BEGIN;
        }
        return random.nextInt(4) == 0 ? ContextAction.ROLLBACK : ContextAction.COMMIT;
    }

    /** What a client does: takes a copy, changes it, and sends it back later. */
    private void addMerge(int context) {
        add(MergeAction.COPY, context);
        Step copy = program.get(program.size() - 1);
        int variable = copy.choice() % World.VARIABLES;
        for (int change = random.nextInt(3); change >= 0; change--) {
            program.add(
                    new Step(MergeAction.CHANGE_COPY, context, variable, random.nextInt(1000), random.nextInt(100)));
        }
        int next = random.nextInt(3) == 0 ? random.nextInt(World.CONTEXTS) : context;
        Action merge = random.nextInt(3) == 0 ? MergeAction.MERGE_AND_REMOVE : MergeAction.MERGE_COPY;
        program.add(new Step(merge, next, variable, 0, random.nextInt(100)));
        expectation.given(next, variable);
    }

    /** Changes what no EntityManager manages any longer, and reads its row again. */
    private void addChangeOfDetached(int context) {
        add(ReadAction.FIND, context);
        Step find = program.get(program.size() - 1);
        add(random.nextInt(3) == 0 ? ContextAction.CLEAR : ContextAction.CLOSE, context);
        append(ChangeAction.CHANGE_DETACHED, context, find.variable());
        add(ContextAction.OPEN, context);
        if (random.nextBoolean()) {
            add(ContextAction.BEGIN, context);
        }
        Action again = pick(ReadAction.FIND, ReadAction.QUERY, ChangeAction.MERGE, QueryAction.REFRESHING_QUERY);
        program.add(new Step(again, context, find.variable(), find.kind(), find.way()));
        expectation.note(again, context, find.variable());
    }

    private Action pick(Action... actions) {
        return actions[random.nextInt(actions.length)];
    }

    private void add(Action action, int context) {
        int variable = random.nextInt(World.VARIABLES);
        if (NEED_MANAGED.contains(action)) {
            List<Integer> managed = expectation.managedBy(context);
            if (managed.isEmpty()) {
                append(ReadAction.FIND, context, variable);
            } else {
                variable = managed.get(random.nextInt(managed.size()));
            }
        } else if (NEED_DETACHED.contains(action)) {
            List<Integer> detached = expectation.detached();
            if (!detached.isEmpty()) {
                variable = detached.get(random.nextInt(detached.size()));
            }
        }
        append(action, context, variable);
    }

    private void append(Action action, int context, int variable) {
        boolean usesAttribute = USE_ATTRIBUTE.contains(action);
        int kind = usesAttribute || random.nextInt(12) == 0
                ? random.nextInt(1000)
                : kinds.get(random.nextInt(kinds.size())) + Model.kinds().size() * random.nextInt(30);
        // few rows, so that programs meet them again
        int way = usesAttribute || random.nextInt(4) == 0 ? random.nextInt(100) : random.nextInt(2);
        program.add(new Step(action, context, variable, kind, way));
        expectation.note(action, context, variable);
    }
}
