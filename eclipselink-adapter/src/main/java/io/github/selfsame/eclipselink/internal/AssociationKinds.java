package io.github.selfsame.eclipselink.internal;

import java.util.List;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * What associations an entity type has, as far as work may be left out because of it.
 *
 * @param areAllLazy whether all are in value holders, and there are no embeddables
 * @param areSomeBatched whether queries may bring some along by the entity's own mapping
 */
record AssociationKinds(boolean areAllLazy, boolean areSomeBatched) {

    /** Nothing may be left out. */
    static final AssociationKinds ANY = new AssociationKinds(false, true);

    /** Looks at what refers to something else than a value. */
    static AssociationKinds of(List<DatabaseMapping> mappings) {
        return new AssociationKinds(
                mappings.stream().allMatch(AssociationKinds::isLazy),
                mappings.stream().anyMatch(AssociationKinds::mayBeBatched));
    }

    private static boolean isLazy(DatabaseMapping mapping) {
        return mapping instanceof ForeignReferenceMapping association
                && (association.getIndirectionPolicy() instanceof LazyReferencePolicy
                        || association.getIndirectionPolicy() instanceof LazyCollectionPolicy);
    }

    private static boolean mayBeBatched(DatabaseMapping mapping) {
        return !(mapping instanceof ForeignReferenceMapping association) || association.shouldUseBatchReading();
    }
}
