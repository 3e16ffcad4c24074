package io.github.selfsame.eclipselink.keyforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.prefetch.MultipleQuery;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys that the database takes for equal, and Java does not. */
class KeyFormsTest extends ContractTest {

    private static final String MEMBERS = "select m from Member m order by m.id";
    private static final String POSTS = "select p from Post p order by p.id";
    private static final String GAUGES = "select g from Gauge g order by g.id";
    private static final String READINGS = "select r from Reading r order by r.id";

    KeyFormsTest() {
        super("keyforms");
    }

    @Override
    protected void fill() {
        database.execute("insert into Member (id) values ('Ann'), ('bob'), ('CY'), ('dee')");
        database.execute("insert into Post (id, author_id, winner_id) values (1, 'ann', 'ANN'), (2, 'ANN', 'bob'),"
                + " (3, 'Ann', null), (4, 'bob', 'cy'), (5, 'BOB', null), (6, 'cy', null), (7, null, null)");
        database.execute("insert into Nickname (member_id, nickname) values ('ANN', 'a'), ('Ann', 'n'), ('cy', 'c')");
        database.execute(
                "insert into Friend (member_id, friend_id) values ('ANN', 'BOB'), ('ann', 'cy'), ('bob', 'ann')");
        database.execute("insert into Gauge (id) values (1), (2), (3)");
        database.execute("insert into Reading (id, gauge_id) values (1, 1), (2, 1), (3, 2), (4, null)");
        database.execute(
                "insert into Mark (gauge_id, mark, place) values (1, 'low', 0), (1, 'high', 1), (2, 'all', 0)");
    }

    private static String walk(Object entity) {
        if (entity instanceof Member member) {
            return member.getId() + " posts " + ids(member.getPosts()) + " best " + id(member.getBest())
                    + " nicknames " + member.getNicknames().stream().sorted().toList() + " friends "
                    + ids(member.getFriends());
        }
        if (entity instanceof Post post) {
            return post.getId() + " by " + id(post.getAuthor()) + " won by " + id(post.getWinner());
        }
        if (entity instanceof Gauge gauge) {
            return gauge.getId() + " readings " + ids(gauge.getReadings()) + " marks " + List.copyOf(gauge.getMarks());
        }
        return ((Reading) entity).getId() + " of " + id(((Reading) entity).getGauge());
    }

    private static List<String> ids(List<?> entities) {
        return entities.stream().map(KeyFormsTest::id).toList();
    }

    private static String id(Object entity) {
        if (entity instanceof Member member) {
            return member.getId();
        }
        if (entity instanceof Gauge gauge) {
            return gauge.getId().toString();
        }
        if (entity instanceof Post post) {
            return "" + post.getId();
        }
        return entity instanceof Reading reading ? "" + reading.getId() : "none";
    }

    private static List<String> walk(List<?> entities) {
        return entities.stream().map(KeyFormsTest::walk).toList();
    }

    private static List<?> all(String query, EntityManager em) {
        return em.createQuery(query).getResultList();
    }

    /** That a prefetch, and peers, load what lazy loading does, by no more statements. */
    private void assertAsLazily(int most, String owners, String... paths) {
        List<String> expected = new ArrayList<>();
        emptyCaches();
        int lazily = readWithoutMap(em -> {
            List<?> found = all(owners, em);
            return statements(() -> expected.addAll(walk(found)));
        });
        for (LazyLoading loading : List.of(LazyLoading.ONE, LazyLoading.PEERS)) {
            for (boolean areFree : new boolean[] {false, true}) {
                emptyCaches();
                reopen(IdentityMapOptions.DEFAULTS.with(loading));
                EntityManager em = entityManager();
                List<?> found = all(owners, em);
                if (areFree) {
                    em.close();
                }
                if (loading == LazyLoading.ONE) {
                    // without weaving more is read along with the targets
                    assertThat(statements(() -> prefetch(found, paths))).isLessThanOrEqualTo(WOVEN ? most : lazily);
                }
                List<String> seen = new ArrayList<>();
                assertThat(statements(() -> seen.addAll(walk(found))))
                        .isLessThanOrEqualTo(loading == LazyLoading.ONE ? 0 : lazily);
                assertThat(seen).isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName(
            "P7, P13: collections have the rows whose keys the database takes for equal to their owners', and in their order")
    void collections() {
        assertAsLazily(4, MEMBERS, "posts", "best", "nicknames", "friends");
        assertThat(this.<List<String>>read(em -> walk(all(MEMBERS, em))))
                .contains("Ann posts [1, 2, 3] best 1 nicknames [a, n] friends [bob, CY]");
    }

    @Test
    @DisplayName("P7, P9, P13: references lead to the rows whose keys the database takes for equal to theirs")
    void references() {
        assertAsLazily(4, POSTS, "author", "winner");
        assertThat(this.<List<String>>read(em -> walk(all(POSTS, em))))
                .contains("1 by Ann won by Ann", "5 by bob won by none");
    }

    @Test
    @DisplayName("P7, P9, P13: decimal keys are equal whatever their scale")
    void decimals() {
        assertAsLazily(2, GAUGES, "readings", "marks");
        assertAsLazily(1, READINGS, "gauge");
        assertThat(this.<List<String>>read(em -> walk(all(GAUGES, em))))
                .contains("1.00 readings [1, 2] marks [low, high]");
    }

    @Test
    @DisplayName("P6: separate results have, limit and count the rows whose keys the database takes for equal")
    void separateResults() {
        Prefetch<?, ?> all = Prefetch.of("posts").as("all");
        Prefetch<?, ?> first = Prefetch.of("posts").limit(2).as("first");
        Prefetch<?, ?> number = Prefetch.of("friends").count();
        read(em -> {
            List<?> members = all(MEMBERS, em);
            Prefetched prefetched = prefetch(members, all, first, number);
            assertThat(ids(prefetched.list(members.get(0), all))).containsExactly("1", "2", "3");
            assertThat(ids(prefetched.list(members.get(0), first))).containsExactly("1", "2");
            assertThat(ids(prefetched.list(members.get(1), all))).containsExactly("4", "5");
            assertThat(prefetched.count(members.get(0), number)).isEqualTo(2);
            assertThat(prefetched.count(members.get(3), number)).isZero();
            List<?> posts = all(POSTS, em);
            Prefetch<?, ?> author = Prefetch.of("author").count();
            Prefetched authors = prefetch(posts, author);
            assertThat(posts.stream().map(post -> authors.count(post, author)))
                    .containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 0L);
            return null;
        });
    }

    @Test
    @DisplayName("Q1: many are found at once by the keys that find them one by one")
    void foundAtOnce() {
        read(em -> {
            List<Member> members = MultipleQuery.find(em, Member.class, List.of("ANN", "ann", "bob", "cy", "no"));
            assertThat(ids(members)).containsExactly("Ann", "Ann", "bob", "CY", "none");
            assertThat(ids(MultipleQuery.find(
                            em,
                            Gauge.class,
                            List.of(new BigDecimal("1"), new BigDecimal("2.000"), new BigDecimal("9")))))
                    .containsExactly("1.00", "2.00", "none");
            return null;
        });
    }
}
