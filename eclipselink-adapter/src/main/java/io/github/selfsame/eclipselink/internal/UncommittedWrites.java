package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.RowIdentity;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has written to the database without a commit. Until it ends, it alone sees that: what others have
 * read since is no use to it, and once it has ended, what they have read since is no use to anybody.
 */
final class UncommittedWrites {

    /** After so many rows only their hierarchies are noted. */
    private static final int MOST_ROWS = 1000;

    // most units of work write nothing
    private Set<BulkChange> statements = Set.of();
    private Set<RowIdentity> rows = Set.of();

    /** The hierarchies whose rows were written in too great a number. */
    private Set<Class<?>> types = Set.of();

    /** The hierarchies whose rows have come, gone, or now point elsewhere. */
    private Set<Class<?>> moved = Set.of();

    /** The hierarchies whose instances hold references to those. */
    private Set<Class<?>> holders = Set.of();

    /** A statement has changed rows past the instances. */
    void add(BulkChange statement) {
        statements = with(statements, statement);
    }

    private static <T> Set<T> with(Set<T> present, T added) {
        Set<T> grown = present.isEmpty() ? new HashSet<>() : present;
        grown.add(added);
        return grown;
    }

    /** Changes have been flushed. */
    void add(CommitEffects flushed, EclipseLinkUnit unit) {
        for (Class<?> type : flushed.movedTypes(unit)) {
            moved = with(moved, type);
            for (Class<?> holder : unit.dependents().holdersOf(type)) {
                holders = with(holders, holder);
            }
        }
        flushed.writtenAlong(unit).forEach(this::add);
        flushed.forEachRow(row -> {
            if (rows.size() < MOST_ROWS) {
                rows = with(rows, row);
            } else {
                types = with(types, row.rootType());
            }
        });
    }

    /** Whether the row was flushed, so that whatever instance was read of it shows what nobody else may see (rule R8). */
    boolean haveFlushed(Canonical entry) {
        return (!types.isEmpty() && types.contains(entry.rootType()))
                || (!rows.isEmpty() && rows.contains(new RowIdentity(entry.rootType(), entry.primaryKey())));
    }

    /** Whether the row may be another one to this unit of work than to others. */
    boolean concern(Canonical entry) {
        return haveFlushed(entry)
                || haveChangedInBulk(entry.rootType())
                || (!holders.isEmpty() && holders.contains(entry.rootType()));
    }

    /** Whether an association to such entities may refer to others than it does for others. */
    boolean concernTargets(Class<?> rootType) {
        return (!moved.isEmpty() && moved.contains(rootType)) || haveChangedInBulk(rootType);
    }

    /** Whether a statement may have changed any of the hierarchy's rows. */
    boolean haveChangedInBulk(Class<?> rootType) {
        return !statements.isEmpty()
                && (statements.contains(BulkChange.ANYTHING) || statements.contains(new BulkChange(rootType)));
    }

    /**
     * The transaction has ended.
     *
     * @param committer the unit of work, whose own instances are right if it has committed; else {@code null}
     */
    void endFor(Partition partition, @Nullable UnitOfWorkImpl committer) {
        statements.forEach(statement -> statement.applyTo(partition));
        moved.forEach(type -> Dependents.moved(type, partition));
        types.forEach(type -> new BulkChange(type).applyTo(partition));
        for (RowIdentity row : rows) {
            Canonical entry = partition.get(row.rootType(), row.primaryKey());
            if (entry != null && !isHeldBy(committer, entry)) {
                entry.markStale();
            }
        }
    }

    private static boolean isHeldBy(@Nullable UnitOfWorkImpl committer, Canonical entry) {
        Lease lease = entry.lease();
        return committer != null && lease != null && lease.context() == committer;
    }

    boolean isEmpty() {
        return statements.isEmpty() && rows.isEmpty() && types.isEmpty() && moved.isEmpty();
    }

    void clear() {
        statements = Set.of();
        rows = Set.of();
        types = Set.of();
        moved = Set.of();
        holders = Set.of();
    }
}
