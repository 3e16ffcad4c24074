package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.Partition;
import org.jspecify.annotations.Nullable;

/** The unit and the map that a free instance belongs to; one for all that become free together. */
record Home(EclipseLinkUnit unit, CanonicalStore store) {

    /** Whether nothing is to be read any more: what is known is as good as it gets. */
    boolean isOver() {
        return !store.isOpen() || !unit.isOpen();
    }

    /** The map's part for the unit; {@code null} if the map has ended. */
    @Nullable Partition partition() {
        return store.isOpen() ? store.partition(unit) : null;
    }
}
