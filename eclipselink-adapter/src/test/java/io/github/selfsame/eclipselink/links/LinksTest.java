package io.github.selfsame.eclipselink.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest extends ContractTest {

    LinksTest() {
        super("links");
    }

    @Override
    protected void fill() {
        database.execute(
                "insert into Street (id, code, name) values (1, 'A', 'Elm'), (2, 'B', 'Oak'), (3, 'C', 'Fir')");
        database.execute("insert into Label (id, text) select x, 'label ' || x from system_range(1, 9)");
        database.execute(
                "insert into Parcel (id, street_code) values (1, 'A'), (2, 'A'), (3, 'B'), (4, null), (5, 'B'), (6, 'A')");
        database.execute("insert into Parcel_Label (parcel_id, label_id) values (1, 1), (2, 2), (4, 4), (5, 5)");
        database.execute("alter table Parcel_Stamp drop primary key");
        database.execute(
                "insert into Parcel_Stamp (parcel_id, stamp_id) values (1, 1), (1, 1), (1, 2), (2, 1), (3, 3)");
        database.execute("insert into Parcel_Mark (parcel_id, label_id, place) values"
                + " (1, 1, 'top'), (1, 2, 'side'), (2, 1, 'side'), (3, 7, 'top')");
        database.execute("insert into Parcel_STOPS (Parcel_id, reason, sticker_id, position) values"
                + " (1, 'customs', 1, 1), (1, 'depot', 8, 0), (2, 'depot', null, 0), (3, 'depot', 9, 0)");
        database.execute("insert into Parcel_REMARKS (Parcel_id, REMARKS, position) values"
                + " (1, 'late', 1), (1, 'heavy', 0), (3, 'wet', 0)");
    }

    private static List<Parcel> parcels(EntityManager em) {
        return em.createQuery("select p from Parcel p order by p.id", Parcel.class)
                .getResultList();
    }

    private static List<String> describe(List<Parcel> parcels) {
        List<String> lines = new ArrayList<>();
        for (Parcel parcel : parcels) {
            Street street = parcel.getStreet();
            List<String> stops = parcel.getStops().stream()
                    .map(stop -> stop.getReason() + text(stop.getSticker()))
                    .toList();
            TreeMap<String, String> marks = new TreeMap<>();
            parcel.getMarks().forEach((place, label) -> marks.put(place, text(label)));
            lines.add(parcel.getId() + " " + (street == null ? "" : street.getName()) + text(parcel.getLabel()) + " "
                    + parcel.getStamps().stream().map(LinksTest::text).sorted().toList() + marks + stops
                    + new ArrayList<>(parcel.getRemarks()));
        }
        return lines;
    }

    private static String text(Label label) {
        return label == null ? "-" : label.getText();
    }

    @Test
    @DisplayName(
            "P7, A5, C9, C13, C14: references to other columns, link tables, repeated links, keyed maps, element collections")
    void everyKind() {
        List<String> expected = readWithoutMap(em -> describe(parcels(em)));
        factory.getCache().evictAll();
        read(em -> {
            List<Parcel> parcels = parcels(em);
            database.forget();
            prefetch(parcels, "street", "label", "stamps", "marks", "stops.sticker", "remarks");
            if (WOVEN) {
                // one for each of the six; the three labels in embeddables of a collection come one by one, as lazily
                assertThat(database.statements()).hasSizeLessThanOrEqualTo(6 + 3);
            }
            assertThat(statements(() -> assertThat(describe(parcels)).isEqualTo(expected)))
                    .isZero();
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"street", "label", "stamps", "marks", "stops", "remarks"})
    @DisplayName("P1, P7: each of them is one statement, and an owner without targets is loaded and empty")
    void oneStatement(String attribute) {
        read(em -> {
            List<Parcel> parcels = parcels(em);
            int statements = statements(() -> prefetch(parcels, attribute));
            if (WOVEN) {
                // the labels of stops come one by one otherwise
                assertThat(statements).isEqualTo(1);
            }
            assertThat(statements(() -> prefetch(parcels, attribute))).isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P6: they are filtered and counted too")
    void separate() {
        read(em -> {
            List<Parcel> parcels = parcels(em);
            Prefetch<Object, Object> elm =
                    Prefetch.of("street").where((builder, street) -> builder.equal(street.get("name"), "Elm"));
            Prefetch<Object, Object> first =
                    Prefetch.of("label").where((builder, label) -> builder.equal(label.get("id"), 1L));
            Prefetch<Object, Object> marks = Prefetch.of("marks").count();
            Prefetch<Object, Object> stamps = Prefetch.of("stamps").count();
            Prefetched prefetched = prefetch(parcels, elm, first, marks, stamps);
            assertThat(parcels.stream()
                            .map(parcel -> prefetched.single(parcel, elm).isPresent()))
                    .containsExactly(true, true, false, false, false, true);
            assertThat(parcels.stream()
                            .map(parcel -> prefetched.single(parcel, first).isPresent()))
                    .containsExactly(true, false, false, false, false, false);
            assertThat(parcels.stream().map(parcel -> prefetched.count(parcel, marks)))
                    .containsExactly(2L, 1L, 1L, 0L, 0L, 0L);
            assertThat(parcels.stream().map(parcel -> prefetched.count(parcel, stamps)))
                    .containsExactly(3L, 1L, 1L, 0L, 0L, 0L);
            return null;
        });
    }

    @Test
    @DisplayName("P7, A5: the other side of a reference to another column; nothing is written")
    void inverse() {
        transact(em -> {
            List<Street> streets = em.createQuery("select s from Street s order by s.id", Street.class)
                    .getResultList();
            prefetch(streets, "parcels.stops", "parcels.remarks");
            assertThat(statements(() -> assertThat(streets.stream()
                                    .map(street -> street.getParcels().size()))
                            .containsExactly(3, 2, 0)))
                    .isZero();
            database.forget();
        });
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName(
            "P13, C14: for peers, keyed maps and element collections come by one statement, of managed and of free parcels")
    void peers() {
        List<String> expected = readWithoutMap(em -> describe(parcels(em)));
        factory.getCache().evictAll();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        List<Parcel> free = read(em -> {
            List<Parcel> parcels = parcels(em);
            assertThat(statements(() -> parcels.forEach(parcel -> load(parcel.getRemarks()))))
                    .isEqualTo(1);
            // without weaving the labels of stops are read with them, one by one
            assertThat(statements(() -> parcels.forEach(parcel -> load(parcel.getStops()))))
                    .isLessThanOrEqualTo(WOVEN ? 1 : parcels.size() + 3);
            assertThat(statements(() ->
                            parcels.forEach(parcel -> load(parcel.getMarks().values()))))
                    .isEqualTo(1);
            assertThat(describe(parcels)).isEqualTo(expected);
            return parcels;
        });
        assertThat(describe(free)).isEqualTo(expected);
        activation.map().clear();
        List<Parcel> untouched = read(LinksTest::parcels);
        assertThat(statements(() -> untouched.forEach(parcel -> load(parcel.getRemarks()))))
                .isEqualTo(1);
        assertThat(statements(
                        () -> untouched.forEach(parcel -> load(parcel.getMarks().values()))))
                .isEqualTo(1);
        assertThat(describe(untouched)).isEqualTo(expected);
    }
}
