package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BulkLoader;
import java.util.List;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/** Loads one association as a prefetch does, for those who are not in a prefetch. */
public final class AssociationLoader implements BulkLoader {

    /** Keeps no state. */
    public AssociationLoader() {}

    @Override
    public int mostOwners(ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        OwnerKey key = OwnerKey.of(mapping);
        if (key == null
                || (ToOneLoader.supports(mapping)
                        ? !ReferencedTargets.areFoundAgain(mapping.getReferenceDescriptor(), unitOfWork)
                        : CollectionJoins.areOn(mapping.getReferenceDescriptor()))) {
            return 1;
        }
        if (mapping instanceof CollectionMapping collection && BatchLoader.supports(collection)) {
            return BatchLoader.mostOwners(collection, unitOfWork);
        }
        return EagerReferences.takeNoStatements(mapping, unitOfWork)
                ? KeyList.mostKeys(key.types(), unitOfWork.getPlatform(mapping.getReferenceClass()))
                : 1;
    }

    @Override
    public boolean leavesOwnersAlone(ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        return !EagerReferences.leadBack(mapping, unitOfWork);
    }

    @Override
    public boolean needsStatement(
            Object entity,
            DatabaseValueHolder<?> valueHolder,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl unitOfWork) {
        if (Holders.isLoadedBefore(valueHolder)) {
            return false;
        }
        if (ToOneLoader.supports(mapping)) {
            return valueHolder.getRow() == null
                    || new ToOneLoader(unitOfWork, new StepTally())
                            .isMissing((OneToOneMapping) mapping, valueHolder.getRow());
        }
        OwnerKey key = mapping.isOneToOneMapping() ? OwnerKey.of(mapping) : null;
        return key == null
                || !ToManyLoader.isAtHand(key.ofOwner(entity, valueHolder, unitOfWork), key, mapping, unitOfWork);
    }

    @Override
    public void load(List<Owner> owners, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        List<io.github.selfsame.eclipselink.internal.prefetch.Owner> converted = owners.stream()
                .map(owner -> new io.github.selfsame.eclipselink.internal.prefetch.Owner(
                        owner.entity(), owner.holder(), mapping.getDescriptor()))
                .toList();
        if (ToOneLoader.supports(mapping)) {
            ToOneLoader references = new ToOneLoader(unitOfWork, new StepTally());
            references.add((OneToOneMapping) mapping, converted);
            references.load();
        } else {
            // the shared cache must not have what nobody has touched: it may be out of date when somebody does
            Object touched = owners.get(0).entity();
            new ToManyLoader(unitOfWork, mapping, new StepTally(), owner -> owner.entity() == touched).load(converted);
        }
    }
}
