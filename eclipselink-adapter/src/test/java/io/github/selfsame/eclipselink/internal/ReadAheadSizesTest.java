package io.github.selfsame.eclipselink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadAheadSizesTest {

    private static final int MOST = 1000;

    private final ForeignReferenceMapping mapping = new OneToManyMapping();
    private final ReadAheadSizes sizes = new ReadAheadSizes();

    private int load(long writes, Moment outdated) {
        int size = sizes.next(mapping, MOST, outdated == null ? null : new ReadAhead(null, false, outdated, 0));
        sizes.loaded(mapping, size, moment(writes));
        return size;
    }

    private static Moment moment(long writes) {
        return new Moment(writes, true, 0);
    }

    @Test
    @DisplayName("P13: whoever writes after each touch soon has nothing read ahead, and few rows read in vain")
    void writesAfterEachTouch() {
        int rows = load(0, null);
        for (int touch = 1; touch < MOST; touch++) {
            rows += load(touch, moment(touch - 1));
        }
        assertThat(load(MOST, moment(MOST - 1))).isEqualTo(1);
        assertThat(rows).isLessThan(4 * MOST);
    }

    @Test
    @DisplayName("P13: whoever has made use of what was read ahead has more read, as much as one statement takes")
    void usesAll() {
        load(0, null);
        for (int touch = 1; touch < 20; touch++) {
            load(touch, moment(touch - 1));
        }
        int size = 0;
        for (int touch = 0; touch < 11; touch++) {
            size = load(20, null);
        }
        assertThat(size).isEqualTo(MOST);
    }

    @Test
    @DisplayName("P13: what was read long before says nothing about what was read last")
    void outdatedLongBefore() {
        load(0, null);
        load(1, moment(0));
        assertThat(load(2, moment(0))).isEqualTo(MOST);
    }

    @Test
    @DisplayName("P13: associations do not depend on each other")
    void associations() {
        load(0, null);
        load(1, moment(0));
        assertThat(sizes.next(new OneToManyMapping(), MOST, null)).isEqualTo(MOST);
    }
}
