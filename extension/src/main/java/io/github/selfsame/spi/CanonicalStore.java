package io.github.selfsame.spi;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An identity map as an adapter sees it: a set of partitions, one for each persistence unit (and tenant). */
public interface CanonicalStore {

    /**
     * The partition of a persistence unit, created at the first call.
     *
     * @param unit the adapter's view of the unit; partitions are told apart by {@code equals} of these
     * @return the partition, or {@code null} if the map has ended
     */
    @Nullable Partition partition(PersistenceUnit unit);

    /**
     * The partitions that exist.
     *
     * @return a snapshot, empty if the map has ended
     */
    Collection<Partition> partitions();

    /**
     * Counts something that does not belong to one partition.
     *
     * @param event what has happened
     */
    void count(MapEvent event);

    /**
     * Whether the map is alive.
     *
     * @return {@code false} after its end
     */
    boolean isOpen();
}
