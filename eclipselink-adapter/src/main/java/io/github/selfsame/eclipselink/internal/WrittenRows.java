package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.RowIdentity;
import java.util.HashSet;
import java.util.Set;

/**
 * What a unit of work has written to the database in a transaction that is still running: whatever instance it reads of
 * such a row shows what nobody else may see, also if it is not the one that was changed (rule R8).
 */
final class WrittenRows {

    private final Set<RowIdentity> rows = new HashSet<>();

    /** The hierarchies of rows that were written before the unit of work was cleared; only these are remembered then. */
    private final Set<Class<?>> clearedTypes = new HashSet<>();

    void flushed(CommitEffects effects) {
        effects.collectRows(rows);
    }

    /** The unit of work has forgotten its changes, not so the database. Thousands of rows may follow in this way. */
    void cleared() {
        rows.forEach(row -> clearedTypes.add(row.rootType()));
        rows.clear();
    }

    boolean mayConcern(Canonical entry) {
        return clearedTypes.contains(entry.rootType())
                || (!rows.isEmpty() && rows.contains(new RowIdentity(entry.rootType(), entry.primaryKey())));
    }

    /** The transaction has been committed: whoever holds what was forgotten has it from before. */
    void applyForgottenTo(Partition partition) {
        clearedTypes.forEach(type -> new BulkChange(type).applyTo(partition));
    }

    void reset() {
        rows.clear();
        clearedTypes.clear();
    }
}
