package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.eclipselink.internal.access.Refreshes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** The managed entities that came with one whose association is touched, and have not loaded theirs either (rule P13). */
final class Peers {

    private final @Nullable Cohort cohort;
    private final BulkLoader.Owner touched;
    private final CanonicalValueHolder holder;
    private final ForeignReferenceMapping mapping;
    private final UnitOfWorkImpl unitOfWork;
    private final @Nullable ReadAhead outdated;

    private Peers(CanonicalValueHolder touched, UnitOfWorkImpl unitOfWork, @Nullable ReadAhead outdated) {
        this.cohort = touched.cohort();
        this.touched = new BulkLoader.Owner(touched.entity(), touched.owner());
        this.holder = touched;
        this.mapping = touched.association();
        this.unitOfWork = unitOfWork;
        this.outdated = outdated;
    }

    /**
     * Those of one whose association is touched.
     *
     * @param outdated what was read for it before, but can't be used by now; {@code null} if nothing was
     */
    static Peers of(CanonicalValueHolder touched, UnitOfWorkImpl unitOfWork, @Nullable ReadAhead outdated) {
        return new Peers(touched, unitOfWork, outdated);
    }

    /**
     * Loads the association for all of them by one statement; not if there is nobody but the one, or if their query has asked for a
     * batch, which will do that.
     */
    boolean load(ContextIdentityMaps maps, ReadAheadSizes sizes) {
        BulkLoader loader = maps.bulkLoader();
        int most = loader.mostOwners(mapping, unitOfWork);
        if (cohort == null
                || most < 2
                || AssociationSource.isBatch(holder)
                || EclipseLinkInternals.isWriting(unitOfWork)
                || ownerIn(touched.entity(), mapping, unitOfWork) != touched.holder()
                || Associations.valueHolder(touched.holder(), mapping) != holder
                || Refreshes.arePendingFor(holder)) {
            return false;
        }
        List<BulkLoader.Owner> owners = owners(sizes.next(mapping, most, outdated));
        sizes.loaded(mapping, owners.size(), maps.leases().moment());
        return owners.size() > 1 && BulkLoads.tryToLoad(owners, mapping, unitOfWork, loader);
    }

    private List<BulkLoader.Owner> owners(int most) {
        List<BulkLoader.Owner> owners = new ArrayList<>();
        for (Object member : cohort == null ? List.of() : cohort.from(touched.entity())) {
            BulkLoader.Owner owner = member == touched.entity() ? touched : peer(member);
            if (owner != null) {
                owners.add(owner);
            }
            if (owners.size() == most) {
                break;
            }
        }
        return owners;
    }

    static @Nullable Object ownerIn(Object entity, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity.getClass());
        return descriptor == null ? null : Associations.ownerOf(mapping, entity, descriptor);
    }

    private BulkLoader.@Nullable Owner peer(Object member) {
        if (!unitOfWork.getCloneMapping().containsKey(member)) {
            return null;
        }
        Object owner = ownerIn(member, mapping, unitOfWork);
        return owner != null
                        && Associations.valueHolder(owner, mapping) instanceof CanonicalValueHolder candidate
                        && !candidate.isFree()
                        && candidate.cohort() == cohort
                        && candidate.isUnknown()
                        && !Refreshes.arePendingFor(candidate)
                ? new BulkLoader.Owner(member, owner)
                : null;
    }
}
