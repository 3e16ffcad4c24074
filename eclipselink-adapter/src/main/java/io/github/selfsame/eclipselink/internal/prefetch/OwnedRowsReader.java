package io.github.selfsame.eclipselink.internal.prefetch;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/** The rows of a statement, each of which is a target with the key of its owner. Of a target that comes again only the keys are read. */
final class OwnedRowsReader {

    private final DatabaseCall call;
    private final DatabaseAccessor accessor;
    private final AbstractSession session;
    private final DatabasePlatform platform;
    private final OwnerKey ownerKey;
    private final boolean keepsRecords;
    private final boolean skipsKnownTargets;
    private final boolean isDataOptimized;
    private final UnaryOperator<@Nullable Object> managed;

    private final ResultSet result;
    private final ResultSetMetaData metaData;
    private final DatabaseField[] columns;
    private final int[] ofOwner;
    private final int[] ofTarget;

    /** Which columns of keys have a {@code long}, so that there is nothing to convert. */
    private final boolean[] isLong;

    private final Map<Object, Target> targets = new HashMap<>();
    private final List<Target> distinct = new ArrayList<>();
    private final Map<Object, OwnedRows> byOwner = new HashMap<>();
    private int rows;

    /** A target: the row to build it of, or what the unit of work has already. */
    private static final class Target {

        private final @Nullable AbstractRecord row;
        private @Nullable Object entity;

        Target(@Nullable AbstractRecord row, @Nullable Object entity) {
            this.row = row;
            this.entity = entity;
        }
    }

    /**
     * Prepares for a statement that has been executed.
     *
     * @param targetKey the fields of the targets' key
     * @param keepsRecords whether the record of each row is needed
     * @param managed what EclipseLink would give for a key without a look at the row; may give {@code null}
     * @throws SQLException if the result can't be described
     */
    OwnedRowsReader(
            DatabaseCall call,
            DatabaseAccessor accessor,
            AbstractSession session,
            OwnerKey ownerKey,
            List<DatabaseField> targetKey,
            boolean keepsRecords,
            UnaryOperator<@Nullable Object> managed)
            throws SQLException {
        this.managed = managed;
        this.accessor = accessor;
        this.session = session;
        this.platform = accessor.getPlatform();
        this.isDataOptimized = platform.shouldOptimizeDataConversion();
        this.ownerKey = ownerKey;
        this.keepsRecords = keepsRecords;
        this.result = call.getResult();
        this.metaData = result.getMetaData();
        this.call = call;
        this.columns = call.getFieldsArray();
        this.ofOwner = positions(ownerKey.rowFields());
        this.ofTarget = positions(targetKey);
        this.isLong = new boolean[columns.length];
        markLongs(ofOwner, ownerKey.types());
        markLongs(ofTarget, targetKey.stream().map(DatabaseField::getType).toList());
        // Oracle gives up a LONG column as soon as one behind it has been read
        this.skipsKnownTargets = !keepsRecords && !platform.isOracle();
    }

    private int[] positions(List<DatabaseField> wanted) {
        return wanted.stream().mapToInt(Arrays.asList(columns)::indexOf).toArray();
    }

    private void markLongs(int[] positions, List<? extends @Nullable Class<?>> types) throws SQLException {
        for (int index = 0; index < positions.length; index++) {
            int column = positions[index];
            if (column >= 0 && isDataOptimized) {
                isLong[column] = types.get(index) == Long.class && metaData.getColumnType(column + 1) == Types.BIGINT;
            }
        }
    }

    /** How many rows there were. */
    int rows() {
        return rows;
    }

    /** Reads all rows. */
    void read() throws SQLException {
        while (result.next()) {
            rows++;
            Object targetKey = skipsKnownTargets ? targetKey() : null;
            Target known = targetKey == null ? null : known(targetKey);
            Target target = known == null ? read(targetKey) : known;
            Object owner = known == null && target.row != null ? ownerKey.ofRow(target.row, session) : owner();
            OwnedRows owned = byOwner.get(owner);
            if (owned == null) {
                owned = new OwnedRows(new ArrayList<>(), keepsRecords ? new ArrayList<>() : List.of());
                byOwner.put(owner, owned);
            }
            owned.targets().add(target);
            if (keepsRecords && target.row != null) {
                owned.records().add(target.row);
            }
        }
    }

    private Object owner() throws SQLException {
        return ofOwner.length == 1 ? ownerKey.of(value(ofOwner[0]), session) : ownerKey.of(values(ofOwner), session);
    }

    /** The value of some columns as one; {@code null} if one of them is. */
    private @Nullable Object targetKey() throws SQLException {
        if (ofTarget.length == 1) {
            Object value = value(ofTarget[0]);
            return value == null ? null : OwnerKey.keyOf(value);
        }
        @Nullable Object[] values = values(ofTarget);
        return Arrays.asList(values).contains(null) ? null : new CacheId(values);
    }

    private @Nullable Object[] values(int[] of) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[of.length];
        for (int index = 0; index < of.length; index++) {
            values[index] = value(of[index]);
        }
        return values;
    }

    private @Nullable Object value(int column) throws SQLException {
        if (column < 0) {
            return null;
        }
        if (isLong[column]) {
            long value = result.getLong(column + 1);
            return value == 0 && result.wasNull() ? null : value;
        }
        return accessor.getObject(result, columns[column], metaData, column + 1, platform, isDataOptimized, session);
    }

    private Target read(@Nullable Object key) {
        Target target = new Target(accessor.fetchRow(call.getFields(), columns, result, metaData, session), null);
        add(target, key);
        return target;
    }

    /** The target of a key, if nothing has to be read for it. */
    private @Nullable Target known(Object key) {
        Target target = targets.get(key);
        if (target == null && ofTarget.length == 1 && isLong[ofTarget[0]]) {
            Object entity = managed.apply(key);
            if (entity != null) {
                target = new Target(null, entity);
                add(target, key);
            }
        }
        return target;
    }

    private void add(Target target, @Nullable Object key) {
        distinct.add(target);
        if (key != null) {
            targets.put(key, target);
        }
    }

    /**
     * Makes instances of the rows.
     *
     * @param builder makes an instance of a row
     * @return the instances, each once
     */
    List<Object> build(Function<AbstractRecord, Object> builder) {
        List<Object> entities = new ArrayList<>(distinct.size());
        for (Target target : distinct) {
            if (target.row != null) {
                target.entity = builder.apply(target.row);
            }
            entities.add(target.entity);
        }
        byOwner.values().forEach(owned -> owned.targets().replaceAll(target -> ((Target) target).entity));
        return entities;
    }

    /** What there is for each owner, by the form of its key; the targets are instances once they are {@linkplain #build built}. */
    Map<Object, OwnedRows> byOwner() {
        return byOwner;
    }
}
