package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/** The managed entities that came with one whose association is touched, and have not loaded theirs either (rule P13). */
final class Peers {

    private final @Nullable Cohort cohort;
    private final BulkLoader.Owner touched;
    private final boolean isBatched;
    private final ForeignReferenceMapping mapping;
    private final UnitOfWorkImpl unitOfWork;

    private Peers(
            @Nullable Cohort cohort,
            BulkLoader.Owner touched,
            boolean isBatched,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl unitOfWork) {
        this.cohort = cohort;
        this.touched = touched;
        this.isBatched = isBatched;
        this.mapping = mapping;
        this.unitOfWork = unitOfWork;
    }

    static Peers of(CanonicalValueHolder touched, UnitOfWorkImpl unitOfWork) {
        return new Peers(
                touched.cohort(),
                new BulkLoader.Owner(touched.entity(), touched.owner()),
                AssociationSource.isBatch(touched),
                touched.association(),
                unitOfWork);
    }

    /**
     * Loads the association for all of them by one statement; not if there is nobody but the one, or if their query has asked for a
     * batch, which will do that.
     */
    boolean load(ContextIdentityMaps maps) {
        BulkLoader loader = maps.bulkLoader();
        int most = loader.mostOwners(mapping, unitOfWork);
        if (cohort == null
                || isBatched
                || most < 2
                || decidesAboutRemoval(mapping)
                || EclipseLinkInternals.isWriting(unitOfWork)
                || ownerIn(touched.entity(), mapping, unitOfWork) != touched.holder()) {
            return false;
        }
        List<BulkLoader.Owner> owners = new ArrayList<>();
        for (Object member : cohort.from(touched.entity())) {
            BulkLoader.Owner owner = member == touched.entity() ? touched : peer(member);
            if (owner != null) {
                owners.add(owner);
            }
            if (owners.size() == most) {
                break;
            }
        }
        if (owners.size() < 2) {
            return false;
        }
        return BulkLoads.tryToLoad(owners, mapping, unitOfWork, loader);
    }

    /**
     * Whether removing the owner removes what the association refers to, as far as that is loaded: entities that the
     * application has moved away meanwhile would be removed too (pitfall C1). A foreign key of the owner's tells the same
     * whenever it is followed, and values have no life of their own.
     */
    private static boolean decidesAboutRemoval(ForeignReferenceMapping mapping) {
        return (mapping.isPrivateOwned() || mapping.isCascadeRemove())
                && !mapping.isDirectCollectionMapping()
                && !mapping.isAggregateCollectionMapping()
                && !(mapping instanceof OneToOneMapping reference && reference.isForeignKeyRelationship());
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
                        && Associations.valueHolder(owner, mapping) instanceof CanonicalValueHolder holder
                        && !holder.isFree()
                        && holder.cohort() == cohort
                        && holder.isUnknown()
                ? new BulkLoader.Owner(member, owner)
                : null;
    }
}
