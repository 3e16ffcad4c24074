package io.github.selfsame.eclipselink.differential;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a program has probably come to, so that the next step has something to work on. */
final class Expectation {

    private static final int NOBODY = -1;
    private static final int FORMER = -2;

    private final boolean[] isOpen = new boolean[World.CONTEXTS];
    private final boolean[] isInTransaction = new boolean[World.CONTEXTS];

    /** The EntityManagers that manage what is in the variables. */
    private final int[] givers = new int[World.VARIABLES];

    Expectation() {
        Arrays.fill(givers, NOBODY);
    }

    boolean isOpen(int context) {
        return isOpen[context];
    }

    boolean isInTransaction(int context) {
        return isInTransaction[context];
    }

    List<Integer> managedBy(int context) {
        return variables(variable -> givers[variable] == context);
    }

    List<Integer> detached() {
        return variables(variable -> givers[variable] == FORMER);
    }

    void given(int context, int variable) {
        givers[variable] = context;
    }

    void note(Action action, int context, int variable) {
        if (action == ContextAction.OPEN) {
            isOpen[context] = true;
        } else if (action == ContextAction.BEGIN) {
            isInTransaction[context] = true;
        } else if (action == ContextAction.COMMIT) {
            isInTransaction[context] = false;
        } else if (action == ContextAction.ROLLBACK) {
            isInTransaction[context] = false;
            letGo(context);
        } else if (action == ContextAction.CLOSE) {
            isOpen[context] = false;
            isInTransaction[context] = false;
            letGo(context);
        } else if (action == ContextAction.CLEAR) {
            letGo(context);
        } else if (action == ChangeAction.DETACH || action == ChangeAction.REMOVE) {
            givers[variable] = FORMER;
        } else if ((action instanceof ReadAction && action != ReadAction.QUERY_VALUES)
                || action instanceof QueryAction
                || action instanceof FetchAction
                || action == ChangeAction.PERSIST
                || action == ChangeAction.MERGE) {
            given(context, variable);
        }
    }

    private void letGo(int context) {
        for (int variable = 0; variable < World.VARIABLES; variable++) {
            if (givers[variable] == context) {
                givers[variable] = FORMER;
            }
        }
    }

    private static List<Integer> variables(IntPredicate condition) {
        return IntStream.range(0, World.VARIABLES).filter(condition).boxed().toList();
    }
}
