package io.github.selfsame.eclipselink.internal.access;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorQueryManager;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.expressions.ExpressionIterator;
import org.eclipse.persistence.internal.expressions.ParameterExpression;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * What decides beside the keys which rows EclipseLink gives: selections that an application has put on associations, additional
 * criteria of types, and queries of their own.
 */
public final class RowConditions {

    /** Of a mapping: whether the application has said how to select; not known of types that were added after the deployment. */
    private static final String SELECTED = "selfsame.selected";

    /** Of a session: the names of the properties that decide. */
    private static final String PROPERTIES = "deciding-properties";

    private RowConditions() {}

    /**
     * Remembers which associations an application selects itself.
     *
     * @param descriptor one that is not initialized: afterwards each association has a selection
     */
    public static void remember(ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (mapping instanceof ForeignReferenceMapping association) {
                association.setProperty(
                        SELECTED, association.hasCustomSelectionQuery() || association.getSelectionCriteria() != null);
            }
        }
    }

    /**
     * Whether an association is selected otherwise than by the keys, as far as known.
     *
     * @param association the association
     */
    public static boolean areOn(ForeignReferenceMapping association) {
        ClassDescriptor targets = association.getReferenceDescriptor();
        return !Boolean.FALSE.equals(association.getProperty(SELECTED)) || (targets != null && isRedirected(targets));
    }

    /**
     * Whether rows of a type are shown or not by what is in them.
     *
     * @param type the type
     */
    public static boolean areOn(ClassDescriptor type) {
        return type.getQueryManager().hasAdditionalCriteria();
    }

    /**
     * Whether the state of targets, which may change, decides what an association refers to.
     *
     * @param association the association
     */
    public static boolean dependOnState(ForeignReferenceMapping association) {
        ClassDescriptor targets = association.getReferenceDescriptor();
        return areOn(association) || (targets != null && areOn(targets));
    }

    /**
     * Whether an application has said how to look for a key or how to read all, or does so itself.
     *
     * @param type the type
     */
    public static boolean isReadByOwnQueries(ClassDescriptor type) {
        DescriptorQueryManager queries = type.getQueryManager();
        // by default there is one that looks for a key, by an expression
        return isRedirected(type)
                || queries.hasReadAllQuery()
                || (queries.hasReadObjectQuery()
                        && !queries.getReadObjectQuery().isExpressionQuery());
    }

    private static boolean isRedirected(ClassDescriptor type) {
        return type.getDefaultReadAllQueryRedirector() != null || type.getDefaultReadObjectQueryRedirector() != null;
    }

    /**
     * Remembers which properties decide which rows are seen: tenants, and parameters of additional criteria.
     *
     * @param session a session that has logged in
     */
    public static void decide(AbstractSession session) {
        Set<String> names = new HashSet<>(session.getMultitenantContextProperties());
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            Expression condition = descriptor.getQueryManager().getAdditionalJoinExpression();
            // where each tenant has tables of its own, only the tenants' descriptors have one
            if (areOn(descriptor) && condition != null) {
                new ExpressionIterator<Void>() {
                    @Override
                    public void iterate(Expression expression) {
                        if (expression instanceof ParameterExpression parameter && parameter.isProperty()) {
                            names.add(parameter.getField().getName());
                        }
                    }
                }.iterateOn(condition);
            }
        }
        SessionNotes.put(session, PROPERTIES, Set.copyOf(names));
    }

    /**
     * What an EntityManager may be told at any time that decides which rows it sees.
     *
     * @param unit the session of a unit
     * @return the names of properties
     */
    @SuppressWarnings("unchecked")
    public static Set<String> propertiesOf(AbstractSession unit) {
        Object known = SessionNotes.of(unit, PROPERTIES);
        return known == null ? unit.getMultitenantContextProperties() : (Set<String>) known;
    }
}
