package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.Partition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has written to the database without a commit. Until it ends, it alone sees that: what others have
 * read since is no use to it, and once it has ended, what they have read since is no use to anybody.
 */
final class UncommittedWrites {

    /** With more rows of a hierarchy than that, none of it is told from another. */
    private static final int MOST_ROWS = 1000;

    private final Set<BulkChange> statements = new HashSet<>();
    private final Map<Class<?>, Set<Object>> rows = new HashMap<>();

    /** The hierarchies whose rows have come, gone, or now point elsewhere. */
    private final Set<Class<?>> moved = new HashSet<>();

    /** A statement has changed rows past the instances. */
    void add(BulkChange statement) {
        statements.add(statement);
    }

    /** Changes have been flushed. */
    void add(CommitEffects flushed, EclipseLinkUnit unit) {
        moved.addAll(flushed.movedTypes(unit));
        flushed.forEachRow((rootType, primaryKey) -> {
            Set<Object> keys = rows.computeIfAbsent(rootType, type -> new HashSet<>());
            if (keys.size() < MOST_ROWS) {
                keys.add(primaryKey);
            } else {
                statements.add(new BulkChange(rootType));
            }
        });
    }

    /** Whether the row may be another one to this unit of work than to others. */
    boolean concern(Class<?> rootType, Object primaryKey) {
        if (statements.isEmpty() && rows.isEmpty()) {
            return false;
        }
        Set<Object> keys = rows.get(rootType);
        return concernsAny(rootType) || (keys != null && keys.contains(primaryKey));
    }

    /** Whether an association to such entities may refer to others than it does for others. */
    boolean concernTargets(Class<?> rootType) {
        return moved.contains(rootType) || concernsAny(rootType);
    }

    private boolean concernsAny(Class<?> rootType) {
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
        AssociationClock associations = ((EclipseLinkUnit) partition.unit()).associations();
        moved.forEach(associations::changed);
        rows.forEach((rootType, keys) -> keys.forEach(key -> {
            Canonical entry = partition.get(rootType, key);
            if (entry != null && !isHeldBy(committer, entry)) {
                entry.markStale();
            }
        }));
    }

    private static boolean isHeldBy(@Nullable UnitOfWorkImpl committer, Canonical entry) {
        Lease lease = entry.lease();
        return committer != null && lease != null && lease.context() == committer;
    }

    void clear() {
        statements.clear();
        rows.clear();
        moved.clear();
    }
}
