package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/**
 * The other sides of one-to-one references: whoever is referred to is referred to by nobody else, so that both sides are known at
 * once (rule P5).
 */
final class InverseReferences {

    private InverseReferences() {}

    /**
     * Fills the other sides that are not loaded.
     *
     * @param mapping a reference by foreign key
     * @param owners owners whose reference has just been loaded, and not been changed
     */
    static void derive(OneToOneMapping mapping, List<Owner> owners, UnitOfWorkImpl unitOfWork) {
        if (mapping.isManyToOneMapping() || RowConditions.dependOnState(mapping)) {
            return;
        }
        for (Owner owner : owners) {
            Object target = owner.entity() == owner.holder()
                    ? LoadedAssociation.known(owner.holder(), mapping, unitOfWork)
                    : null;
            if (target == null) {
                continue;
            }
            ClassDescriptor descriptor = unitOfWork.getDescriptor(target.getClass());
            OneToOneMapping inverse = inverseOf(mapping, descriptor);
            if (inverse != null
                    && unitOfWork.getCloneMapping().containsKey(target)
                    && Holders.unloaded(new Owner(target, target, descriptor), inverse) != null) {
                LoadedAssociation.fill(target, target, inverse, owner.entity(), unitOfWork);
            }
        }
    }

    private static @Nullable OneToOneMapping inverseOf(OneToOneMapping mapping, ClassDescriptor target) {
        for (DatabaseMapping candidate : target.getObjectBuilder().getRelationshipMappings()) {
            if (candidate instanceof OneToOneMapping inverse
                    && !inverse.isForeignKeyRelationship()
                    && !inverse.hasRelationTable()
                    && inverse.usesIndirection()
                    && !RowConditions.dependOnState(inverse)
                    && inverse.getTargetToSourceKeyFields().equals(mapping.getSourceToTargetKeyFields())) {
                return inverse;
            }
        }
        return null;
    }
}
