package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Counts the statements that a unit of work has not needed, since it has taken over instances of the map (rule O1). */
final class SavedStatements {

    /** The row that a query has brought last: what is taken over for it has not saved a statement. */
    private @Nullable Object rowKey;

    /** How many of what one statement reads have been taken over so far; negative outside of such a group. */
    private int together = -1;

    /** A query has brought a row. */
    void rowRead(Object primaryKey) {
        rowKey = primaryKey;
    }

    /** The instance of a row has been taken over. */
    void adopted(Object primaryKey, Partition partition) {
        if (rowKey != null && rowKey.equals(primaryKey)) {
            return;
        }
        if (together < 0) {
            partition.count(MapEvent.STATEMENT_SAVED);
        } else {
            together++;
        }
    }

    /**
     * Takes over what one statement would read otherwise.
     *
     * @param adoption takes it over, and tells whether all of it could be taken
     * @return what the adoption tells
     */
    boolean together(BooleanSupplier adoption, Partition partition) {
        int around = together;
        together = 0;
        boolean isSaved = false;
        try {
            boolean isComplete = adoption.getAsBoolean();
            isSaved = isComplete && together > 0;
            return isComplete;
        } finally {
            together = around;
            if (isSaved) {
                if (together < 0) {
                    partition.count(MapEvent.STATEMENT_SAVED);
                } else {
                    together++;
                }
            }
        }
    }
}
