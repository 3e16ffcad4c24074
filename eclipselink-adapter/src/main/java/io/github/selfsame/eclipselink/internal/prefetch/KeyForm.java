package io.github.selfsame.eclipselink.internal.prefetch;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a form that is the same for all that a database may take for equal: texts whatever their case, accents, width and blanks
 * at the end, numbers whatever their scale. So a row is known by the key that it was found by, even if it has that in another form.
 */
final class KeyForm {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private KeyForm() {}

    /** The form of a key. */
    static Object of(Object key) {
        if (isExact(key)) {
            return key;
        }
        if (key instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (key instanceof CacheId id) {
            return new CacheId(Arrays.stream(id.getPrimaryKey())
                    .map(value -> value == null ? null : of(value))
                    .toArray());
        }
        return ofText(key.toString());
    }

    /** Whether Java and any database agree on what it is equal to. */
    private static boolean isExact(Object key) {
        if (key instanceof CacheId id) {
            // asked for each row
            for (Object value : id.getPrimaryKey()) {
                if (value != null && !isExact(value)) {
                    return false;
                }
            }
            return true;
        }
        return !(key instanceof CharSequence) && !(key instanceof Character) && !(key instanceof BigDecimal);
    }

    private static String ofText(String text) {
        String form = isPlain(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        return form.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).stripTrailing();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /**
     * Parts keys so that no two of a part have the same form. Nearly always there is one part.
     *
     * @param keys the keys
     * @return the parts, in the order of the keys
     */
    static List<List<Object>> parts(Collection<Object> keys) {
        if (keys.stream().allMatch(KeyForm::isExact)) {
            return keys.isEmpty() ? List.of() : List.of(new ArrayList<>(keys));
        }
        List<List<Object>> parts = new ArrayList<>();
        List<Set<Object>> forms = new ArrayList<>();
        for (Object key : keys) {
            Object form = of(key);
            int part = 0;
            while (part < parts.size() && !forms.get(part).add(form)) {
                part++;
            }
            if (part == parts.size()) {
                parts.add(new ArrayList<>());
                forms.add(new HashSet<>(Set.of(form)));
            }
            parts.get(part).add(key);
        }
        return parts;
    }

    /**
     * What was found for each of the keys that were asked for together.
     *
     * @param found what was found, by the form of its key
     * @param asked the keys, each of another form
     * @param both joins what was found in two forms, for one key that was asked for alone
     * @return what was found, by the key; {@code null} if some of it can't be told to be of one of them
     */
    static <T> @Nullable Map<Object, T> byKey(Map<Object, T> found, List<Object> asked, BinaryOperator<T> both) {
        if (asked.size() == 1 && !found.isEmpty()) {
            return new HashMap<>(
                    Map.of(asked.get(0), found.values().stream().reduce(both).orElseThrow()));
        }
        if (asked.stream().allMatch(KeyForm::isExact)) {
            return found;
        }
        Map<Object, T> byKey = new HashMap<>();
        for (Object key : asked) {
            T of = found.get(of(key));
            if (of != null) {
                byKey.put(key, of);
            }
        }
        return byKey.size() == found.size() ? byKey : null;
    }
}
