package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.Subtypes;
import java.io.Serial;
import java.util.HashMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.queries.JoinedAttributeManager;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/** Collections that EclipseLink joins to each query for a type ({@code @JoinFetch}): an entity comes in as many rows as it has elements. */
final class CollectionJoins {

    private CollectionJoins() {}

    /** Whether a type has any, or one below it, which may be read by a statement of its own. */
    static boolean areOn(@Nullable ClassDescriptor type) {
        return type != null && (areJoined(type) || Subtypes.of(type).stream().anyMatch(CollectionJoins::areJoined));
    }

    private static boolean areJoined(ClassDescriptor type) {
        ObjectBuilder builder = type.getObjectBuilder();
        return builder.hasJoinedAttributes()
                && builder.getJoinedAttributes().stream().anyMatch(DatabaseMapping::isCollectionMapping);
    }

    /**
     * Lets a query do without them: each row is one entity then.
     *
     * @param type what the query reads
     */
    static void leaveOut(ReadAllQuery query, ClassDescriptor type) {
        if (areOn(type)) {
            JoinedAttributeManager joins = new Without(query);
            joins.copyFrom(query.getJoinedAttributeManager());
            if (joins.getJoinedMappingIndexes_() == null) {
                // EclipseLink keeps them for each table of a hierarchy, even if there are none
                joins.setJoinedMappingIndexes_(new HashMap<>());
            }
            query.setJoinedAttributeManager(joins);
        }
    }

    /** What is joined, but for collections that the query itself does not ask for. */
    private static final class Without extends JoinedAttributeManager {

        @Serial
        private static final long serialVersionUID = 1L;

        Without(ReadAllQuery query) {
            super(query.getDescriptor(), query.getExpressionBuilder(), query);
        }

        @Override
        public @Nullable Expression addAndPrepareJoinedMapping(
                ForeignReferenceMapping mapping, AbstractSession session) {
            return mapping.isCollectionMapping() ? null : super.addAndPrepareJoinedMapping(mapping, session);
        }
    }
}
