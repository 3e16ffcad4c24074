package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** What references to one type refer to, by key: each target is looked for once, and those that are missing are read together. */
final class ReferencedTargets {

    private final UnitOfWorkImpl unitOfWork;
    private final ClassDescriptor type;
    private final Map<Object, Target> byKey = new LinkedHashMap<>();

    /** What a key stands for. */
    final class Target {

        private final Object key;
        private final boolean isAtHand;
        private @Nullable Object managed;

        /** What was read for the key, or {@link LoadedAssociation#NOTHING}; {@code null} if that can't be told. */
        private @Nullable Object read;

        /** Whether it was left for when it is touched. */
        private boolean isLeft;

        private Target(Object key) {
            this.key = key;
            this.isAtHand = EntitiesByKey.atHand(key, type, unitOfWork) != null;
        }

        /** Whether it was there before anything was read. */
        boolean isAtHand() {
            return isAtHand;
        }

        /** Whether nothing is to be done for it, since it can't be read along with what was touched. */
        boolean isLeft() {
            return isLeft;
        }

        /** What the unit of work manages for the key and would give as it is; {@code null} if EclipseLink has to look itself. */
        @Nullable Object managed() {
            Object found = managed;
            if (found == null) {
                found = findManaged(key);
                managed = found;
            }
            return found;
        }

        /**
         * What was read for the key just now: EclipseLink would not find it if it is of a subclass that has a table of its own, nor
         * if there is no such row (pitfall C18).
         *
         * @return the target, {@link LoadedAssociation#NOTHING}, or {@code null} if that can't be told
         */
        @Nullable Object read() {
            return read == null
                            || unitOfWork.isObjectDeleted(read)
                            || (read == LoadedAssociation.NOTHING && isFoundByKey())
                    ? null
                    : read;
        }

        /** What was read for the key, if a look-up by it would not find that but read it again. */
        @Nullable Object readInOtherForm() {
            return isFoundByKey() ? null : read();
        }

        private boolean isFoundByKey() {
            return EntitiesByKey.atHand(key, type, unitOfWork) != null;
        }
    }

    ReferencedTargets(UnitOfWorkImpl unitOfWork, ClassDescriptor type) {
        this.unitOfWork = unitOfWork;
        this.type = type;
    }

    /** Whether a target that was read is there for who refers to it: nobody manages read-only ones, nor does every cache keep them. */
    static boolean areFoundAgain(ClassDescriptor type, UnitOfWorkImpl unitOfWork) {
        return !type.getCachePolicy().isIsolated() || !unitOfWork.isClassReadOnly(type.getJavaClass(), type);
    }

    Target of(Object key) {
        return byKey.computeIfAbsent(key, Target::new);
    }

    /**
     * Reads what is missing, if that takes fewer statements than to do so one by one.
     *
     * @return how many are left to be read one by one
     */
    int readMissing(StepTally tally) {
        List<Object> missing = new ArrayList<>();
        for (Target target : byKey.values()) {
            if (!target.isAtHand) {
                missing.add(target.key);
            }
        }
        EntitiesByKey entities = new EntitiesByKey(unitOfWork, type);
        if (!areFoundAgain(type, unitOfWork) || !entities.isWorthwhile(missing.size())) {
            return missing.size();
        }
        Map<Object, Object> read = entities.read(missing, tally);
        boolean isAhead = LoadedAssociation.isAhead(unitOfWork);
        for (Object key : missing) {
            Target target = of(key);
            target.read = read.get(key);
            target.isLeft = isAhead && target.read == null && key != missing.get(0);
        }
        return 0;
    }

    private @Nullable Object findManaged(Object key) {
        if (type.isDescriptorForInterface() || type.getObjectBuilder().hasWrapperPolicy()) {
            return null;
        }
        Object target = unitOfWork
                .getIdentityMapAccessorInstance()
                .getIdentityMapManager()
                .getFromIdentityMap(key, type.getJavaClass(), type);
        return EntitiesByKey.isManaged(target, type, unitOfWork) ? target : null;
    }
}
