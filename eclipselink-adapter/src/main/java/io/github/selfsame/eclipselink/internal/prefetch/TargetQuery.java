package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.ClientSessions;
import io.github.selfsame.eclipselink.internal.access.SessionNotes;
import io.github.selfsame.prefetch.Prefetch.Condition;
import io.github.selfsame.prefetch.Prefetch.Ordering;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.internal.jpa.metamodel.MetamodelImpl;
import org.eclipse.persistence.internal.jpa.querydef.CriteriaBuilderImpl;
import org.eclipse.persistence.internal.jpa.querydef.CriteriaQueryImpl;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/** Turns what a separate prefetch says in the words of the Criteria API into a query of EclipseLink's. */
final class TargetQuery {

    private static final String CRITERIA_BUILDER = "criteria-builder";

    private TargetQuery() {}

    /** A query for all targets that fulfil the condition, in the order asked for. */
    static ReadAllQuery of(SeparateResult separate, Class<?> targetType, UnitOfWorkImpl unitOfWork) {
        if (separate.condition() == null && separate.orderings().isEmpty()) {
            return new ReadAllQuery(targetType);
        }
        return translated(separate, targetType, criteriaBuilder(ClientSessions.unitOf(unitOfWork.getParent())));
    }

    private static <T> ReadAllQuery translated(SeparateResult separate, Class<T> targetType, CriteriaBuilder builder) {
        if (!(builder.createQuery(targetType) instanceof CriteriaQueryImpl<T> criteria)) {
            throw new IllegalStateException("The criteria builder is not EclipseLink's");
        }
        Root<T> target = criteria.from(targetType);
        Condition<T> condition = condition(separate);
        if (condition != null) {
            criteria.where(condition.of(builder, target));
        }
        List<Order> orders = new ArrayList<>();
        for (Ordering<?> ordering : separate.orderings()) {
            orders.add(TargetQuery.<T>ordering(ordering).of(builder, target));
        }
        criteria.orderBy(orders);
        return (ReadAllQuery) criteria.translate();
    }

    /** Whoever gave the condition gave it for the type that the attribute refers to. */
    @SuppressWarnings("unchecked")
    private static <T> @Nullable Condition<T> condition(SeparateResult separate) {
        return (Condition<T>) separate.condition();
    }

    @SuppressWarnings("unchecked")
    private static <T> Ordering<T> ordering(Ordering<?> ordering) {
        return (Ordering<T>) ordering;
    }

    private static CriteriaBuilder criteriaBuilder(AbstractSession session) {
        Object known = SessionNotes.of(session, CRITERIA_BUILDER);
        if (known instanceof CriteriaBuilder builder) {
            return builder;
        }
        // two threads may make one each: they are alike
        MetamodelImpl metamodel = new MetamodelImpl(session);
        metamodel.initialize(
                session.getDatasourcePlatform().getConversionManager().getLoader());
        CriteriaBuilder made = new CriteriaBuilderImpl(metamodel);
        SessionNotes.put(session, CRITERIA_BUILDER, made);
        return made;
    }
}
