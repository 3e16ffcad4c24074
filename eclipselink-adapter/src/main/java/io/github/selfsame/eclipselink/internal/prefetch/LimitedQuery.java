package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionOperator;
import org.eclipse.persistence.internal.expressions.FunctionExpression;
import org.eclipse.persistence.internal.expressions.SQLSelectStatement;
import org.eclipse.persistence.internal.queries.ExpressionQueryMechanism;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.SQLCall;

/**
 * Makes the database number the rows of each owner and leave out those beyond a limit (rule P6): the query becomes the inner
 * one of {@code SELECT * FROM (… ROW_NUMBER() OVER (PARTITION BY owner ORDER BY …)) WHERE number <= limit}.
 */
final class LimitedQuery extends ReadAllQuery {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String NUMBER = "selfsame_number";

    /**
     * Limits a query.
     *
     * @param query selects rows with the keys of their owners
     * @param owner the key of the owner
     * @param orderings what the rows of each owner are sorted by, at least one
     * @param limit how many rows of each owner there are to be at most
     */
    LimitedQuery(ReadAllQuery query, List<Expression> owner, List<Expression> orderings, int limit) {
        super(query.getReferenceClass(), query.getExpressionBuilder());
        setQueryMechanism(new Numbered(this, limit));
        setSelectionCriteria(query.getSelectionCriteria());
        query.getNonFetchJoinAttributeExpressions().forEach(this::addNonFetchJoinedAttribute);
        getAdditionalFields().addAll(query.getAdditionalFields());
        addAdditionalField(number(owner, orderings));
        setShouldOuterJoinSubclasses(query.shouldOuterJoinSubclasses());
        setShouldIncludeData(query.shouldIncludeData());
        InternalQuery.mark(this);
    }

    private static Expression number(List<Expression> owner, List<Expression> orderings) {
        // the expression that others are arguments of must not be a plain column: its field would appear twice in the
        // rows
        List<Expression> arguments = new ArrayList<>(owner);
        arguments.addAll(orderings.subList(1, orderings.size()));
        int[] printed = new int[owner.size() + orderings.size()];
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < owner.size(); index++) {
            texts.add(index == 0 ? "ROW_NUMBER() OVER (PARTITION BY " : ", ");
            printed[index] = index + 1;
        }
        for (int index = 0; index < orderings.size(); index++) {
            texts.add(index == 0 ? " ORDER BY " : ", ");
            printed[owner.size() + index] = index == 0 ? 0 : owner.size() + index;
        }
        texts.add(") AS " + NUMBER);
        ExpressionOperator operator = new ExpressionOperator();
        operator.setType(ExpressionOperator.FunctionOperator);
        operator.printsAs(texts);
        operator.bePrefix();
        operator.setArgumentIndices(printed);
        operator.setNodeClass(FunctionExpression.class);
        return operator.expressionForArguments(orderings.get(0), arguments);
    }

    /** Numbers the rows of the inner query, and asks for the first ones. */
    private static final class Numbered extends ExpressionQueryMechanism {

        @Serial
        private static final long serialVersionUID = 1L;

        private final int limit;

        Numbered(ReadAllQuery query, int limit) {
            super(query);
            this.limit = limit;
        }

        @Override
        protected SQLSelectStatement buildNormalSelectStatement() {
            SQLSelectStatement statement = super.buildNormalSelectStatement();
            // columns of an inner query need names of their own
            statement.setUseUniqueFieldAliases(true);
            return statement;
        }

        @Override
        protected void setCallFromStatement() {
            super.setCallFromStatement();
            if (getCall() instanceof SQLCall call) {
                call.setSQLString("SELECT * FROM (" + call.getSQLString() + ") selfsame_rows WHERE " + NUMBER + " <= "
                        + limit + " ORDER BY " + NUMBER);
            }
        }
    }
}
