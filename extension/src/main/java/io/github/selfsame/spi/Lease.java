package io.github.selfsame.spi;

import java.util.List;

/**
 * The time during which one persistence context manages canonical instances of one partition. It is held by the
 * persistence context itself and ends with it, on whatever thread and whether or not the map is still alive.
 */
public interface Lease {

    /**
     * The partition that the leased instances belong to.
     *
     * @return the partition
     */
    Partition partition();

    /**
     * The persistence context that holds the lease.
     *
     * @return what the adapter has given to {@link Partition#newLease(Object)}
     */
    Object context();

    /**
     * The entries that are leased.
     *
     * @return a snapshot
     */
    List<Canonical> entries();

    /**
     * Gives back one instance: it is free afterwards.
     *
     * @param entry an entry under this lease; nothing happens if it is not
     */
    void release(Canonical entry);

    /** Gives back all instances. The lease can be used again afterwards. */
    void releaseAll();
}
