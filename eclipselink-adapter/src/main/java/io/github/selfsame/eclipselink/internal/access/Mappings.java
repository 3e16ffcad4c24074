package io.github.selfsame.eclipselink.internal.access;

import java.util.function.Consumer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;

/** Goes through the mappings of an entity type, those of its embeddables in the place of the embeddables. */
public final class Mappings {

    private Mappings() {}

    /**
     * Names each mapping.
     *
     * @param holder the entity type, or an embeddable in it
     * @param action what to do with a mapping
     */
    public static void forEach(ClassDescriptor holder, Consumer<DatabaseMapping> action) {
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(holder)) {
            if (mapping instanceof AggregateObjectMapping embedded && embedded.getReferenceDescriptor() != null) {
                forEach(embedded.getReferenceDescriptor(), action);
            } else {
                action.accept(mapping);
            }
        }
    }
}
