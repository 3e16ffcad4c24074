package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.prefetch.Prefetch;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
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
     * @throws io.github.selfsame.prefetch.PrefetchException if a path is malformed, or if it asks for a separate result
     */
    static List<Prefetch<?, ?>> prefetches(Map<String, Object> hints) {
        List<Prefetch<?, ?>> prefetches = new ArrayList<>();
        if (hints.containsKey(HintNames.PREFETCH)) {
            add(hints.get(HintNames.PREFETCH), prefetches);
            if (prefetches.isEmpty()) {
                throw MESSAGES.nothingToPrefetch(HintNames.PREFETCH);
            }
        }
        return prefetches;
    }

    private static void add(@Nullable Object value, List<Prefetch<?, ?>> prefetches) {
        if (value instanceof Collection<?> several) {
            several.forEach(element -> add(element, prefetches));
        } else if (value instanceof Object[] several) {
            add(Arrays.asList(several), prefetches);
        } else if (value instanceof String paths) {
            for (String path : paths.split(",", -1)) {
                if (!path.isBlank()) {
                    prefetches.add(Prefetch.of(path.strip()));
                }
            }
        } else if (value instanceof Prefetch<?, ?> prefetch) {
            prefetches.add(plain(prefetch, prefetch));
        } else if (value instanceof SingularAttribute<?, ?> attribute) {
            prefetches.add(Prefetch.of(attribute));
        } else if (value instanceof PluralAttribute<?, ?, ?> attribute) {
            prefetches.add(Prefetch.of(attribute));
        } else {
            throw MESSAGES.wrongPrefetch(
                    HintNames.PREFETCH,
                    value == null ? "null" : value.getClass().getName());
        }
    }

    /** A query has no place for results that stand beside the associations. */
    private static Prefetch<?, ?> plain(Prefetch<?, ?> prefetch, Prefetch<?, ?> whole) {
        if (prefetch.isSeparate()) {
            throw MESSAGES.separate(HintNames.PREFETCH, whole.toString(), prefetch.name());
        }
        prefetch.nested().forEach(nested -> plain(nested, whole));
        return prefetch;
    }
}
