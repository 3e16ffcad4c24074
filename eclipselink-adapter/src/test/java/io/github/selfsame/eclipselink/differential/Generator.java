package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random programs: the same seed makes the same program. */
final class Generator {

    private final Random random;
    private final List<Step> program = new ArrayList<>();
    private final List<Integer> kinds;
    private final boolean[] isOpen = new boolean[World.CONTEXTS];
    private final boolean[] isInTransaction = new boolean[World.CONTEXTS];

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
        int length = 6 + random.nextInt(30);
        while (program.size() < length) {
            int context = random.nextInt(random.nextInt(World.CONTEXTS) + 1);
            if (!isOpen[context]) {
                add(ContextAction.OPEN, context);
                isOpen[context] = true;
                if (random.nextInt(3) != 0) {
                    add(ContextAction.BEGIN, context);
                    isInTransaction[context] = true;
                }
            }
            switch (random.nextInt(24)) {
                case 0 -> {
                    add(ContextAction.CLOSE, context);
                    isOpen[context] = false;
                    isInTransaction[context] = false;
                }
                case 1, 2, 3 -> transact(context);
                case 4 -> add(random.nextInt(3) == 0 ? ContextAction.CLEAR : ContextAction.FLUSH, context);
                case 5, 6, 7, 8 ->
                    add(
                            pick(
                                    ReadAction.FIND,
                                    ReadAction.FIND,
                                    ReadAction.FIND_BY_ROOT,
                                    ReadAction.REFERENCE,
                                    ReadAction.FIND_LOCKED),
                            context);
                case 9 ->
                    add(
                            pick(
                                    ReadAction.QUERY,
                                    ReadAction.QUERY,
                                    ReadAction.JOIN_FETCH,
                                    ReadAction.NATIVE_QUERY,
                                    ReadAction.QUERY_VALUES),
                            context);
                case 10 -> add(PrefetchAction.PREFETCH, context);
                case 11, 12, 13 ->
                    add(
                            pick(
                                    ReadAction.NAVIGATE,
                                    ReadAction.NAVIGATE,
                                    ReadAction.NAVIGATE,
                                    ReadAction.NAVIGATE_DETACHED),
                            context);
                case 14, 15, 16 -> add(ChangeAction.CHANGE, context);
                case 17 ->
                    add(
                            pick(ChangeAction.PERSIST, ChangeAction.PERSIST, ChangeAction.REMOVE, ChangeAction.REMOVE),
                            context);
                case 18 -> add(pick(ChangeAction.values()), context);
                case 20, 21, 22 -> add(pick(QueryAction.values()), context);
                case 23 -> add(pick(FetchAction.values()), context);
                default ->
                    add(
                            random.nextBoolean()
                                    ? pick(StoreAction.values())
                                    : pick(ReadAction.REFRESH, ReadAction.LOCK),
                            context);
            }
        }
        return program;
    }

    private void transact(int context) {
        if (!isInTransaction[context]) {
            add(ContextAction.BEGIN, context);
            isInTransaction[context] = true;
        } else {
            add(random.nextInt(4) == 0 ? ContextAction.ROLLBACK : ContextAction.COMMIT, context);
            isInTransaction[context] = false;
            if (random.nextBoolean()) {
                add(ContextAction.CLOSE, context);
                isOpen[context] = false;
            }
        }
    }

    private Action pick(Action... actions) {
        return actions[random.nextInt(actions.length)];
    }

    private void add(Action action, int context) {
        boolean usesAttribute = action == ReadAction.NAVIGATE
                || action == ReadAction.NAVIGATE_DETACHED
                || action == PrefetchAction.PREFETCH
                || action == ChangeAction.CHANGE
                || action == ChangeAction.CHANGE_DETACHED;
        int kind = usesAttribute || random.nextInt(12) == 0
                ? random.nextInt(1000)
                : kinds.get(random.nextInt(kinds.size()));
        // few rows, so that programs meet them again
        int way = usesAttribute || random.nextInt(4) == 0 ? random.nextInt(100) : random.nextInt(2);
        program.add(new Step(action, context, random.nextInt(World.VARIABLES), kind, way));
    }
}
