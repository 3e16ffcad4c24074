package io.github.selfsame.internal.query;

import jakarta.persistence.Parameter;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a look-up, for messages. */
final class ParameterText {

    private ParameterText() {}

    static String of(Map<String, ?> parameters, Function<Object, @Nullable Object> ids) {
        Map<String, String> texts = new TreeMap<>();
        parameters.forEach((name, value) -> texts.put(name, text(value, ids)));
        return texts.toString();
    }

    static String of(TypedQuery<?> query, @Nullable String text, Function<Object, @Nullable Object> ids) {
        Map<String, String> texts = new TreeMap<>();
        for (Parameter<?> parameter : query.getParameters()) {
            String name = parameter.getName();
            texts.put(
                    name == null ? String.valueOf(parameter.getPosition()) : name,
                    query.isBound(parameter) ? text(query.getParameterValue(parameter), ids) : "(not bound)");
        }
        return text == null ? texts.toString() : "\"" + text + "\" with the parameters " + texts;
    }

    private static String text(@Nullable Object value, Function<Object, @Nullable Object> ids) {
        if (value == null) {
            return "null";
        }
        if (value instanceof CharSequence) {
            return "'" + value + "'";
        }
        // an entity's own toString may load what it likes
        Object id = ids.apply(value);
        return id == null ? value.toString() : value.getClass().getSimpleName() + "#" + id;
    }
}
