package io.github.selfsame.eclipselink.internal.prefetch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.CacheId;

/** Conditions that a row has one of many keys, cut by what databases accept (rule P10). */
public final class KeyList {

    /** What every supported database takes in one list. */
    static final int MOST_KEYS = 1_000;

    private KeyList() {}

    /**
     * Cuts a list of keys.
     *
     * @param <T> what stands for a key
     * @param keys the keys
     * @return lists that are short enough, in the same order; none if there are no keys
     */
    public static <T> List<List<T>> chunks(Collection<T> keys) {
        List<T> all = new ArrayList<>(keys);
        List<List<T>> chunks = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += MOST_KEYS) {
            chunks.add(all.subList(begin, Math.min(all.size(), begin + MOST_KEYS)));
        }
        return chunks;
    }

    /**
     * That the primary key is one of those.
     *
     * @param builder stands for the entity
     * @param descriptor the entity's type
     * @param keys one or more keys
     * @return the condition
     */
    public static Expression condition(ExpressionBuilder builder, ClassDescriptor descriptor, Collection<Object> keys) {
        List<Expression> fields = new ArrayList<>();
        for (DatabaseField field : descriptor.getPrimaryKeyFields()) {
            fields.add(builder.getField(field));
        }
        return condition(fields, keys);
    }

    /**
     * That the fields have one of the combinations of values.
     *
     * @param keys the values themselves if there is one field, else {@link CacheId}s of them
     */
    static Expression condition(List<Expression> fields, Collection<Object> keys) {
        if (fields.size() == 1) {
            List<Object> values = new ArrayList<>(keys.size());
            keys.forEach(key -> values.add(key instanceof CacheId id ? id.getPrimaryKey()[0] : key));
            return fields.get(0).in(values);
        }
        Expression any = null;
        for (Object key : keys) {
            Object[] values = ((CacheId) key).getPrimaryKey();
            Expression one = fields.get(0).equal(values[0]);
            for (int index = 1; index < values.length; index++) {
                one = one.and(fields.get(index).equal(values[index]));
            }
            any = any == null ? one : any.or(one);
        }
        if (any == null) {
            throw new IllegalArgumentException("no keys");
        }
        return any;
    }
}
