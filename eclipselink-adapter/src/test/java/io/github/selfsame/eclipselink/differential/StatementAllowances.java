package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.differential.Comparison.Outcome;
import java.util.stream.IntStream;

/** What a program has done that may take more statements with the map, by a rule. */
final class StatementAllowances {

    private final World plain;
    private boolean hasFailed;
    private boolean persistsDetached;
    private boolean mergesDetached;
    private boolean callsProcedure;
    private boolean isNested;
    private boolean loadsFree;
    private boolean evicts;
    private boolean readsReadOnly;
    private boolean changesMaps;

    StatementAllowances(World plain) {
        this.plain = plain;
    }

    /** An action has been executed. */
    void note(Action action, Outcome outcome) {
        hasFailed |= outcome.thrown() != null;
        persistsDetached |= action == ChangeAction.PERSIST_DETACHED;
        mergesDetached |= action == ChangeAction.MERGE;
        callsProcedure |= action == QueryAction.PROCEDURE;
        isNested |= action instanceof NestedAction;
        loadsFree |= action == PrefetchAction.FREE;
        evicts |= (action == StoreAction.EVICT_CACHE || action == StoreAction.EVICT_AFTER_CHANGE) && isAnyOpen();
        readsReadOnly |= action == QueryAction.READ_ONLY;
        changesMaps |= action == MapAction.ENTER;
    }

    private boolean isAnyOpen() {
        return IntStream.range(0, World.CONTEXTS).anyMatch(plain::isOpen);
    }

    boolean permitMore() {
        // a failing flush has written whatever came first
        return hasFailed
                // an instance that is persisted though it is in the database has to be told from the canonical one (R3)
                || persistsDetached
                // of a detached one more may be loaded than of one that no other context has used (R4), and is merged
                || mergesDetached
                // it may have changed anything, so that all is read again (R11)
                || callsProcedure
                // what a nested unit of work has read is in the outer one by another way
                || isNested
                // what was prefetched for a free instance need not be used
                || loadsFree
                // R10: what is read after the caches were emptied comes from the database; plain EclipseLink goes on to
                // read from
                // what an open context had taken from the shared cache before
                || (evicts && plain.hasSharedCache())
                // R13, R18: what a read-only query has read is neither in the map nor known to what goes around it
                || (readsReadOnly && changesMaps);
    }
}
