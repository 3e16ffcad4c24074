package io.github.selfsame.eclipselink.internal;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * For how many entities a unit of work loads an association together (rule P13). Where it writes between one touch and the next,
 * what was read ahead is read again each time: so it reads less and less ahead, and more again when it has been of use.
 */
final class ReadAheadSizes {

    // most units of work load nothing so
    private Map<ForeignReferenceMapping, Latest> latest = Map.of();

    /**
     * What was loaded last.
     *
     * @param size for how many entities
     * @param moment when
     */
    private record Latest(int size, Moment moment) {}

    /**
     * For how many entities to load at most.
     *
     * @param most for how many one statement is enough
     * @param outdated what was read for the touched one and can't be used; {@code null} if nothing was
     */
    int next(ForeignReferenceMapping mapping, int most, @Nullable ReadAhead outdated) {
        Latest last = latest.get(mapping);
        if (last == null) {
            return most;
        }
        boolean wasInVain = outdated != null && last.moment().equals(outdated.moment());
        return Math.min(most, wasInVain ? Math.max(1, last.size() / 2) : 2 * last.size());
    }

    /** An association is loaded for so many entities. */
    void loaded(ForeignReferenceMapping mapping, int size, Moment moment) {
        if (latest.isEmpty()) {
            latest = new HashMap<>();
        }
        latest.put(mapping, new Latest(size, moment));
    }
}
