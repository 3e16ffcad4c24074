package io.github.selfsame.eclipselink.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Targets that bring a collection along by a join, sorted values, and references to columns that nothing else maps. */
class ClubsTest extends ContractTest {

    ClubsTest() {
        super("clubs");
    }

    @Override
    protected void fill() {
        database.execute("insert into Club (id) values (1), (2), (3), (4)");
        database.execute(
                "insert into Fan (id, club_id, former_id) values (1, 1, 2), (2, 1, 2), (3, 2, null), (4, 4, 1),"
                        + " (5, 4, 1), (6, 4, 4)");
        database.execute("insert into Partner (club_id, other_id) values (1, 2), (1, 4), (2, 1), (2, 4), (4, 4)");
        database.execute(
                "insert into Song (club_id, title) values (1, 'b'), (1, 'c'), (1, 'a'), (2, 'z'), (2, 'x'), (4, 'y')");
    }

    private static List<Club> clubs(EntityManager em) {
        return em.createQuery("select c from Club c order by c.id", Club.class).getResultList();
    }

    private static List<Fan> fans(EntityManager em) {
        return em.createQuery("select f from Fan f order by f.id", Fan.class).getResultList();
    }

    private static List<Long> fansOf(Club club) {
        return club.getFans().stream().map(Fan::getId).sorted().toList();
    }

    private static List<String> walk(List<Club> clubs) {
        return clubs.stream()
                .map(club -> club.getId() + " " + fansOf(club) + " "
                        + club.getPartners().stream()
                                .map(partner -> partner.getId() + ":" + fansOf(partner))
                                .toList()
                        + " " + List.copyOf(club.getSongs()))
                .toList();
    }

    @Test
    @DisplayName(
            "P7, P8: targets that come in a row for each element of a collection of theirs are loaded once for each owner")
    void prefetched() {
        List<String> expected = new ArrayList<>();
        int lazily = readWithoutMap(em -> {
            List<Club> clubs = clubs(em);
            return statements(() -> expected.addAll(walk(clubs)));
        });
        emptyCaches();
        assertThat(expected).contains("1 [1, 2] [2:[3], 4:[4, 5, 6]] [a, b, c]");
        transact(em -> {
            List<Club> clubs = clubs(em);
            assertThat(statements(() -> prefetch(clubs, "partners", "songs"))).isLessThanOrEqualTo(lazily);
            assertThat(statements(() -> assertThat(walk(clubs)).isEqualTo(expected)))
                    .isZero();
            database.forget();
        });
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName("P13: so they are where associations are loaded for peers")
    void peers() {
        List<String> expected = readWithoutMap(em -> walk(clubs(em)));
        emptyCaches();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        assertThat(this.<List<String>>read(em -> walk(clubs(em)))).isEqualTo(expected);
        emptyCaches();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        assertThat(walk(read(ClubsTest::clubs))).isEqualTo(expected);
    }

    @Test
    @DisplayName("P6: so they are in separate results")
    void separateResults() {
        Prefetch<?, ?> partners = Prefetch.of("partners").as("all");
        Prefetch<?, ?> first = Prefetch.of("partners").limit(1).as("first");
        Prefetch<?, ?> club = Prefetch.of("club").as("own");
        read(em -> {
            List<Club> clubs = clubs(em);
            Prefetched ofClubs = prefetch(clubs, partners, first);
            assertThat(ofClubs.list(clubs.get(0), partners)).isEqualTo(List.of(clubs.get(1), clubs.get(3)));
            assertThat(ofClubs.list(clubs.get(1), partners)).isEqualTo(List.of(clubs.get(0), clubs.get(3)));
            assertThat(ofClubs.list(clubs.get(3), first)).isEqualTo(List.of(clubs.get(3)));
            List<Fan> fans = fans(em);
            Prefetched ofFans = prefetch(fans, club);
            for (Fan fan : fans) {
                assertThat(ofFans.list(fan, club)).isEqualTo(List.of(fan.getClub()));
            }
            return null;
        });
    }

    @Test
    @DisplayName("P7, C13: values that are sorted come in their order")
    void sortedValues() {
        read(em -> {
            List<Club> clubs = clubs(em);
            assertThat(statements(() -> prefetch(clubs, "songs"))).isEqualTo(1);
            assertThat(clubs.get(0).getSongs()).containsExactly("a", "b", "c");
            assertThat(clubs.get(1).getSongs()).containsExactly("x", "z");
            assertThat(clubs.get(2).getSongs()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("P6: a loaded reference is filtered and counted, also if nothing else maps its column")
    void loadedReference() {
        Prefetch<?, ?> former = Prefetch.of("former").count();
        read(em -> {
            List<Fan> fans = fans(em);
            prefetch(fans, "former");
            Prefetched prefetched = prefetch(
                    fans,
                    former,
                    Prefetch.of("former")
                            .where((builder, target) -> builder.gt(target.get("id"), 1))
                            .as("late"));
            assertThat(fans.stream().map(fan -> prefetched.count(fan, former))).containsExactly(1L, 1L, 0L, 1L, 1L, 1L);
            assertThat(fans.stream()
                            .map(fan -> prefetched.list(fan, "late", Club.class).size()))
                    .containsExactly(1, 1, 0, 0, 0, 1);
            return null;
        });
    }
}
