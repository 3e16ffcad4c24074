package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.Partitions;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.eclipselink.internal.access.Subtypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * What EclipseLink must read along with an entity since it can't wait: references that are mapped as eager, or are not
 * woven. By itself it takes a statement for each of them; here they are joined, as far as that multiplies no rows.
 */
final class EagerReferences {

    private final List<Expression> joins = new ArrayList<>();
    private final Set<ClassDescriptor> onPath = new HashSet<>();
    private final Set<Class<?>> types = new HashSet<>();

    private final UnitOfWorkImpl unitOfWork;

    private EagerReferences(UnitOfWorkImpl unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Joins them to a query, if that makes one statement of all.
     *
     * @param association what the entities are read for, if it is a collection
     */
    static void join(
            ReadAllQuery query,
            @Nullable ClassDescriptor targets,
            @Nullable ForeignReferenceMapping association,
            UnitOfWorkImpl unitOfWork) {
        if (targets != null && isEntity(targets)) {
            EagerReferences references = new EagerReferences(unitOfWork);
            if (references.collect(query.getExpressionBuilder(), targets, association)) {
                references.joins.forEach(query::addJoinedAttribute);
            }
        }
    }

    /** Whether one statement reads the targets of an association with all that must be read along. */
    static boolean takeNoStatements(ForeignReferenceMapping association, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor targets = association.getReferenceDescriptor();
        return !isEntity(targets)
                || (new EagerReferences(unitOfWork).collect(new ExpressionBuilder(), targets, association)
                        && !(association.isObjectReferenceMapping() && targets.hasTablePerClassPolicy()));
    }

    /** Whether nothing at all must be read along with the targets of an association, be they entities, embeddables or values. */
    static boolean areNone(ForeignReferenceMapping association, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor targets = association.getReferenceDescriptor();
        if (targets == null) {
            return true;
        }
        EagerReferences references = new EagerReferences(unitOfWork);
        return references.collect(new ExpressionBuilder(), targets, association) && references.joins.isEmpty();
    }

    /** Whether the targets of an association bring along entities of the kind whose association it is. */
    static boolean leadBack(ForeignReferenceMapping association, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor targets = association.getReferenceDescriptor();
        if (!isEntity(targets)) {
            return false;
        }
        EagerReferences references = new EagerReferences(unitOfWork);
        return !references.collect(new ExpressionBuilder(), targets, null)
                || references.types.contains(FetchTree.rootOf(association.getDescriptor()))
                || (association.getDescriptor().isDescriptorTypeAggregate() && !references.types.isEmpty());
    }

    private static boolean isEntity(@Nullable ClassDescriptor descriptor) {
        return descriptor != null && !descriptor.isDescriptorTypeAggregate();
    }

    private boolean collect(Expression base, ClassDescriptor descriptor, @Nullable ForeignReferenceMapping from) {
        if (isReadTypeByType(descriptor) || !onPath.add(descriptor)) {
            return false;
        }
        boolean isComplete = !hasEagerBelow(descriptor) && collectOf(base, descriptor, from);
        onPath.remove(descriptor);
        return isComplete;
    }

    private boolean collectOf(Expression base, ClassDescriptor descriptor, @Nullable ForeignReferenceMapping from) {
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof AggregateObjectMapping embedded) {
                int joinsBefore = joins.size();
                if (!collectOf(base.get(mapping.getAttributeName()), embedded.getReferenceDescriptor(), null)
                        || (joins.size() > joinsBefore && failsWithoutValue(embedded))) {
                    return false;
                }
            } else if (isEager(mapping) && !isWayBack(mapping, from)) {
                if (!(mapping instanceof OneToOneMapping reference)
                        || !isEntity(reference.getReferenceDescriptor())
                        || RowConditions.areOn(reference)
                        || !isOfSameDatabase(reference)) {
                    return false;
                }
                Expression join = base.getAllowingNull(mapping.getAttributeName());
                joins.add(join);
                types.add(FetchTree.rootOf(reference.getReferenceDescriptor()));
                if (!collect(join, reference.getReferenceDescriptor(), reference)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The members of a composite unit may have databases of their own, and so have partitions. */
    private boolean isOfSameDatabase(OneToOneMapping reference) {
        AbstractSession user = unitOfWork.getParent();
        return !Partitions.exist(reference.getReferenceDescriptor())
                && user.getSessionForClass(reference.getDescriptor().getJavaClass())
                        == user.getSessionForClass(reference.getReferenceClass());
    }

    /** EclipseLink can't follow a join through an embeddable that is null in an entity of the shared cache. */
    private static boolean failsWithoutValue(AggregateObjectMapping embedded) {
        return embedded.isNullAllowed()
                && !embedded.getDescriptor().getCachePolicy().isIsolated();
    }

    private static boolean isEager(DatabaseMapping mapping) {
        return !(mapping instanceof ForeignReferenceMapping association && association.usesIndirection());
    }

    /** Whether it refers to whom the entity was read for, who is there. */
    private static boolean isWayBack(DatabaseMapping mapping, @Nullable ForeignReferenceMapping from) {
        return from != null
                && from.getRelationshipPartner() == mapping
                && mapping instanceof OneToOneMapping reference
                && reference.isForeignKeyRelationship();
    }

    /** Whether EclipseLink takes a statement for each type that is among the rows. */
    private static boolean isReadTypeByType(ClassDescriptor descriptor) {
        return descriptor.hasInheritance()
                && descriptor.getInheritancePolicy().requiresMultipleTableSubclassRead()
                && !descriptor.getInheritancePolicy().shouldOuterJoinSubclasses();
    }

    /** Whether a subclass has eager associations of its own. */
    private static boolean hasEagerBelow(ClassDescriptor descriptor) {
        List<DatabaseMapping> own = descriptor.getObjectBuilder().getRelationshipMappings();
        for (ClassDescriptor child : Subtypes.of(descriptor)) {
            for (DatabaseMapping mapping : child.getObjectBuilder().getRelationshipMappings()) {
                if (!own.contains(mapping) && (mapping instanceof AggregateObjectMapping || isEager(mapping))) {
                    return true;
                }
            }
        }
        return false;
    }
}
