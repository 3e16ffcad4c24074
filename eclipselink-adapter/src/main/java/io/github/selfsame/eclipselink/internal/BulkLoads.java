package io.github.selfsame.eclipselink.internal;

import java.util.List;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;

/** Marks what loads associations in bulk: all that it brings has come together, and nothing of it is lazy loading. */
public final class BulkLoads {

    private BulkLoads() {}

    /**
     * Loads in bulk what the application has asked for.
     *
     * @param unitOfWork the unit of work that loads
     * @param load what to do
     */
    public static void run(UnitOfWorkImpl unitOfWork, Runnable load) {
        run(unitOfWork, load, false);
    }

    private static void run(UnitOfWorkImpl unitOfWork, Runnable load, boolean ahead) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        if (maps == null) {
            load.run();
        } else {
            maps.reads().arrivals().inBulk(load, ahead);
        }
    }

    /**
     * Loads an association for peers, who take it when they are touched; if that fails, the one that was touched is to be loaded
     * as without them (rule R19).
     */
    static boolean tryToLoad(
            List<BulkLoader.Owner> owners,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl unitOfWork,
            BulkLoader loader) {
        try {
            run(unitOfWork, () -> loader.load(owners, mapping, unitOfWork), true);
            return true;
        } catch (RuntimeException e) {
            FailureLog.bulkLoadFailed(owners.get(0).entity().getClass(), e);
            return false;
        }
    }
}
