package io.github.selfsame.eclipselink.internal;

import java.util.List;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;

/** Marks what loads associations in bulk: all that it brings has come together, and nothing of it is lazy loading. */
public final class BulkLoads {

    private BulkLoads() {}

    /**
     * Loads in bulk.
     *
     * @param unitOfWork the unit of work that loads
     * @param load what to do
     */
    public static void run(UnitOfWorkImpl unitOfWork, Runnable load) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        if (maps == null) {
            load.run();
        } else {
            maps.arrivals().inBulk(load);
        }
    }

    /** Loads an association for peers; if that fails, the one that was touched is to be loaded as without them (rule R19). */
    static boolean tryToLoad(
            List<BulkLoader.Owner> owners,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl unitOfWork,
            BulkLoader loader) {
        try {
            run(unitOfWork, () -> loader.load(owners, mapping, unitOfWork));
            return true;
        } catch (RuntimeException e) {
            FailureLog.bulkLoadFailed(owners.get(0).entity().getClass(), e);
            return false;
        }
    }
}
