package io.github.selfsame.eclipselink.internal;

import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * A value of an attribute as it may be kept to tell later whether it is the same still: what can be changed in place is copied, of
 * what is not the JDK's only the identity counts, so that no code of the user's is called (rule R15). Keeps no entity alive.
 */
final class KeptValue {

    /** Of a longer array only this is kept. */
    private static final int LONGEST_COPY = 64;

    /**
     * What there is in a long array of bytes.
     *
     * @param length how many
     * @param first one checksum
     * @param second another one
     */
    private record Fingerprint(int length, long first, long second) {}

    private KeptValue() {}

    /** The value of an attribute that is no association, with what is in it if it is a container of the JDK's. */
    static @Nullable Object withContent(@Nullable Object value) {
        if (value instanceof Collection<?> elements && isOfJdk(value)) {
            return contentOf(elements);
        }
        if (value instanceof Map<?, ?> map && isOfJdk(value)) {
            return List.of(contentOf(map.keySet()), contentOf(map.values()));
        }
        return of(value);
    }

    private static List<@Nullable Object> contentOf(Collection<?> elements) {
        List<@Nullable Object> content = new ArrayList<>(elements.size());
        for (Object element : elements) {
            content.add(withContent(element));
        }
        return content;
    }

    /** A value: a copy if it can be changed, a weak reference if only its identity counts. */
    @SuppressWarnings("JavaUtilDate") // entities have such attributes
    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof byte[] bytes && bytes.length > LONGEST_COPY) {
            return new Fingerprint(bytes.length, sum(new CRC32(), bytes), sum(new CRC32C(), bytes));
        }
        if (value instanceof Date date) {
            return date.clone();
        }
        if (value instanceof Calendar calendar) {
            return calendar.clone();
        }
        if (value != null && value.getClass().isArray()) {
            return copyOf(value);
        }
        return value == null || isImmutable(value) ? value : new WeakReference<>(value);
    }

    private static long sum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes, 0, bytes.length);
        return checksum.getValue();
    }

    private static Object copyOf(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    private static boolean isImmutable(Object value) {
        return value instanceof Enum<?>
                || (isOfJdk(value) && !(value instanceof Iterable<?>) && !(value instanceof Map<?, ?>));
    }

    private static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    /** Whether two values are the same, each as it was kept. */
    static boolean isSame(@Nullable Object before, @Nullable Object now) {
        if (before == now) {
            return true;
        }
        if (before instanceof WeakReference<?> reference) {
            return now instanceof WeakReference<?> other && other.get() != null && reference.get() == other.get();
        }
        if (before instanceof List<?> content) {
            return now instanceof List<?> other && areSame(content, other);
        }
        return Objects.deepEquals(before, now);
    }

    private static boolean areSame(List<?> before, List<?> now) {
        boolean areSame = before.size() == now.size();
        for (int index = 0; areSame && index < before.size(); index++) {
            areSame = isSame(before.get(index), now.get(index));
        }
        return areSame;
    }
}
