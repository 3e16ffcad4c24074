package io.github.selfsame.eclipselink.internal.prefetch;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.databaseaccess.Platform;
import org.eclipse.persistence.internal.expressions.ConstantExpression;
import org.eclipse.persistence.internal.expressions.LiteralExpression;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that a row has one of many keys, in the form that the database does best with, cut by what it accepts (rule P10).
 * The sizes and forms are measured.
 */
public final class KeyList {

    private static final int MOST_KEYS = 1_000;

    private static final Set<Class<?>> INTEGRAL = Set.of(Long.class, Integer.class, Short.class);
    private static final Set<Class<?>> IN_ARRAYS = Set.of(Long.class, Integer.class, Short.class, UUID.class);

    private final List<Object> keys;
    private final Form form;

    /** How the keys are told to the database. */
    enum Form {
        /** One parameter for each value; the number is rounded up, so that statements come again. */
        PARAMETERS(MOST_KEYS),
        /** H2 compares each row with each parameter of a long list. */
        FEW_PARAMETERS(100),
        /** PostgreSQL plans long arrays as short ones. */
        MANY_PARAMETERS(4_000),
        /** H2 keeps a sorted set of literals; only for keys whose literals are digits. */
        LITERALS(MOST_KEYS),
        /** PostgreSQL: one parameter for all. */
        ARRAY(2_000);

        private final int size;

        Form(int size) {
            this.size = size;
        }
    }

    private KeyList(Collection<Object> keys, Form form) {
        this.keys = new ArrayList<>(keys);
        this.form = form;
    }

    /**
     * Prepares a list.
     *
     * @param keys the values themselves if there is one field, else {@link CacheId}s of them; without repetitions
     * @param platform the database that is asked; each member of a composite unit has its own
     * @return the list
     */
    public static KeyList of(Collection<Object> keys, Platform platform) {
        return new KeyList(keys, form(keys, platform));
    }

    /** How many keys of one kind fit into one statement. */
    static int mostKeys(List<@Nullable Class<?>> types, Platform platform) {
        Class<?> type = types.size() == 1 ? types.get(0) : null;
        Form form = longest(type != null && INTEGRAL.contains(type), platform);
        return Math.max(1, form.size / types.size());
    }

    /** How many keys a statement may have as parameters. */
    static int mostParameters(Platform platform) {
        return (platform.isH2() ? Form.FEW_PARAMETERS : Form.PARAMETERS).size;
    }

    private static Form form(Collection<Object> keys, Platform platform) {
        return platform.isPostgreSQL() && keys.size() <= Form.ARRAY.size && areAllOf(IN_ARRAYS, keys)
                ? Form.ARRAY
                : longest(platform.isH2() && areAllOf(INTEGRAL, keys), platform);
    }

    /** The form that takes the most keys. */
    private static Form longest(boolean areIntegral, Platform platform) {
        if (platform.isH2()) {
            return areIntegral ? Form.LITERALS : Form.FEW_PARAMETERS;
        }
        return platform.isPostgreSQL() ? Form.MANY_PARAMETERS : Form.PARAMETERS;
    }

    /** Whether the keys have one value each, all of the same of some types. */
    private static boolean areAllOf(Set<Class<?>> types, Collection<Object> keys) {
        Class<?> type = null;
        for (Object key : keys) {
            Object value = value(key);
            if (value == null || !types.contains(value.getClass()) || (type != null && type != value.getClass())) {
                return false;
            }
            type = value.getClass();
        }
        return true;
    }

    /**
     * Cuts the list.
     *
     * @return the keys that go into one statement each, in the same order; none if there are no keys
     */
    public List<List<Object>> chunks() {
        int values = !keys.isEmpty() && keys.get(0) instanceof CacheId id ? id.getPrimaryKey().length : 1;
        int size = Math.max(1, form.size / values);
        List<List<Object>> chunks = new ArrayList<>();
        for (int begin = 0; begin < keys.size(); begin += size) {
            chunks.add(keys.subList(begin, Math.min(keys.size(), begin + size)));
        }
        return chunks;
    }

    /**
     * That the primary key is one of a chunk's.
     *
     * @param builder stands for the entity
     * @param descriptor the entity's type
     * @param chunk one of the chunks
     * @return the condition
     */
    public Expression condition(ExpressionBuilder builder, ClassDescriptor descriptor, List<Object> chunk) {
        List<Expression> fields = new ArrayList<>();
        for (DatabaseField field : descriptor.getPrimaryKeyFields()) {
            fields.add(builder.getField(field));
        }
        return condition(fields, chunk);
    }

    /** That the fields have one of the combinations of values of a chunk. */
    Expression condition(List<Expression> fields, List<Object> chunk) {
        if (fields.size() > 1) {
            return anyOf(fields, padded(chunk));
        }
        Expression field = fields.get(0);
        return switch (form) {
            case PARAMETERS, FEW_PARAMETERS, MANY_PARAMETERS -> field.in(values(padded(chunk)));
            case LITERALS -> field.sql("? IN ?", List.of(literals(chunk, field)));
            case ARRAY -> field.sql("? = ANY(?)", List.of(array(chunk, field)));
        };
    }

    private static Expression literals(List<Object> chunk, Expression field) {
        StringBuilder text = new StringBuilder("(");
        for (Object value : values(chunk)) {
            text.append(text.length() == 1 ? "" : ",").append(value);
        }
        return new LiteralExpression(text.append(')').toString(), field.getBuilder());
    }

    private static Expression array(List<Object> chunk, Expression field) {
        List<Object> values = values(chunk);
        Object[] array = (Object[]) Array.newInstance(values.get(0).getClass(), values.size());
        return new ConstantExpression(values.toArray(array), field.getBuilder());
    }

    /** By halves: EclipseLink descends into each condition, and a long chain of them would be a deep stack. */
    private static Expression anyOf(List<Expression> fields, List<Object> chunk) {
        int half = chunk.size() / 2;
        return half == 0
                ? isOne(fields, ((CacheId) chunk.get(0)).getPrimaryKey())
                : anyOf(fields, chunk.subList(0, half)).or(anyOf(fields, chunk.subList(half, chunk.size())));
    }

    private static Expression isOne(List<Expression> fields, Object[] values) {
        Expression all = fields.get(0).equal(values[0]);
        for (int index = 1; index < values.length; index++) {
            all = all.and(fields.get(index).equal(values[index]));
        }
        return all;
    }

    /** As many keys as the next larger power of two, the last one again and again. */
    private List<Object> padded(List<Object> chunk) {
        int size = Integer.highestOneBit(chunk.size());
        size = Math.min(size == chunk.size() ? size : 2 * size, Math.max(form.size, chunk.size()));
        List<Object> padded = new ArrayList<>(size);
        padded.addAll(chunk);
        Object last = chunk.get(chunk.size() - 1);
        while (padded.size() < size) {
            padded.add(last);
        }
        return padded;
    }

    private static List<Object> values(List<Object> chunk) {
        return Arrays.asList(chunk.stream().map(KeyList::value).toArray());
    }

    /** The value of a key of one field; {@code null} if it has several. */
    private static @Nullable Object value(Object key) {
        if (key instanceof CacheId id) {
            return id.getPrimaryKey().length == 1 ? id.getPrimaryKey()[0] : null;
        }
        return key;
    }
}
