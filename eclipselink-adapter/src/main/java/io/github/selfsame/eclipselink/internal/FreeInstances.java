package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Work on instances that no persistence context manages. */
public final class FreeInstances {

    private FreeInstances() {}

    /**
     * Lets a persistence context of its own take over free instances of the current map, and frees them again.
     *
     * @param partition their partition
     * @param instances the instances; those that another context takes in between are left out
     * @param work what to do with them
     */
    public static void withReader(
            Partition partition, List<Object> instances, BiConsumer<UnitOfWorkImpl, List<Object>> work) {
        EclipseLinkUnit unit = (EclipseLinkUnit) partition.unit();
        unit.withReader(IdentityMapRuntimes.current(), reader -> {
            List<Object> adopted = new ArrayList<>(instances.size());
            for (Object instance : instances) {
                if (CanonicalTargets.isManaged(instance, reader)) {
                    adopted.add(instance);
                }
            }
            work.accept(reader, adopted);
            return null;
        });
    }
}
