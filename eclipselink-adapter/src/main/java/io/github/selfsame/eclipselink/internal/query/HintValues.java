package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.jpa.QueryHintsHandler;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.jspecify.annotations.Nullable;

/** Reads the values of hints. */
final class HintValues {

    private HintValues() {}

    /** The hints of a query that EclipseLink knows, ours included. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(DatabaseQuery query) {
        Object hints = query.hasProperties() ? query.getProperty(QueryHintsHandler.QUERY_HINT_PROPERTY) : null;
        return hints == null ? Map.of() : (Map<String, Object>) hints;
    }

    /**
     * A hint that is on or off.
     *
     * @throws IllegalArgumentException if it has a wrong value
     */
    static boolean isOn(String hint, Map<String, Object> hints, boolean unset) {
        Object value = hints.get(hint);
        String text = value == null ? Boolean.toString(unset) : value.toString().strip();
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw MESSAGES.notOnOrOff(hint, text);
    }

    /**
     * What the hint asks to prefetch.
     *
     * @throws IllegalArgumentException if it has a wrong value
     */
    static List<String> prefetches(Map<String, Object> hints) {
        List<String> prefetches = new ArrayList<>();
        if (hints.containsKey(HintNames.PREFETCH)) {
            add(hints.get(HintNames.PREFETCH), prefetches);
            if (prefetches.isEmpty()) {
                throw MESSAGES.nothingToPrefetch(HintNames.PREFETCH);
            }
        }
        return prefetches;
    }

    private static void add(@Nullable Object value, List<String> prefetches) {
        if (value instanceof Collection<?> several) {
            several.forEach(element -> add(element, prefetches));
        } else if (value instanceof Object[] several) {
            add(Arrays.asList(several), prefetches);
        } else if (value instanceof String paths) {
            for (String path : paths.split(",", -1)) {
                if (!path.isBlank()) {
                    prefetches.add(path.strip());
                }
            }
        } else {
            throw MESSAGES.wrongPrefetch(
                    HintNames.PREFETCH,
                    value == null ? "null" : value.getClass().getName());
        }
    }
}
