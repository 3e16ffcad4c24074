package io.github.selfsame.eclipselink.selections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Associations and entities that EclipseLink selects by more than their keys. */
class SelectionsTest extends ContractTest {

    SelectionsTest() {
        super("selections");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("town", "Bern");
    }

    @Override
    protected void fill() {
        for (long id = 1; id <= 3; id++) {
            Team team = new Team(id);
            Player first = new Player(10 * id, id != 2, team);
            transact(em -> {
                em.persist(team);
                em.persist(first);
                em.persist(new Player(10 * team.getId() + 1, true, team));
                em.persist(new Player(10 * team.getId() + 2, false, team));
                Ticket ticket = new Ticket(team.getId(), team);
                em.persist(ticket);
                em.persist(new Fan(team.getId(), team.getId() == 1 ? "Bern" : "Basel", ticket));
                team.setCaptain(first);
                Guest guest = new Guest(team.getId(), team.getId() != 3, team);
                em.persist(guest);
                em.persist(new Guest(10 + team.getId(), team.getId() != 1, team));
                team.setHost(guest);
            });
        }
    }

    private static List<Team> teams(EntityManager em) {
        return em.createQuery("select t from Team t order by t.id", Team.class).getResultList();
    }

    private static List<String> walk(List<Team> teams) {
        return teams.stream()
                .map(team -> team.getId() + " players "
                        + team.getPlayers().stream().map(Player::getId).toList() + " squad "
                        + team.getSquad().stream().map(Player::getId).toList() + " captain "
                        + (team.getCaptain() == null
                                ? "none"
                                : team.getCaptain().getId()) + " tickets "
                        + team.getTickets().stream().map(Ticket::getId).toList())
                .toList();
    }

    private List<String> lazily() {
        emptyCaches();
        List<String> seen = readWithoutMap(em -> walk(teams(em)));
        emptyCaches();
        return seen;
    }

    @Test
    @DisplayName("P4: a prefetch selects what lazy loading selects, also by conditions of the mapping's own")
    void prefetch() {
        List<String> expected = lazily();

        assertThat(expected).contains("2 players [20, 21, 22] squad [21] captain none tickets [2]");
        assertThat(this.<List<String>>read(em -> {
                    List<Team> teams = teams(em);
                    prefetch(teams, "players", "squad", "captain", "tickets");
                    return walk(teams);
                }))
                .isEqualTo(expected);
        reopen(IdentityMapOptions.DEFAULTS);
        assertThat(this.<List<String>>read(em -> {
                    List<Team> teams = teams(em);
                    prefetch(teams, "squad");
                    prefetch(teams, "captain");
                    return walk(teams);
                }))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("P13: peers select what lazy loading selects, also by conditions of the mapping's own")
    void peers() {
        List<String> expected = lazily();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));

        assertThat(this.<List<String>>read(em -> walk(teams(em)))).isEqualTo(expected);
    }

    @Test
    @DisplayName("R20: what is selected by the state of its rows is read afresh after a commit that has changed them")
    void changed() {
        List<String> before = read(em -> walk(teams(em)));
        transact(em -> {
            em.find(Player.class, 11L).setActive(false);
            em.find(Player.class, 22L).setActive(true);
            em.find(Player.class, 30L).setActive(false);
            em.find(Ticket.class, 1L).setCancelled(true);
        });
        List<String> after = read(em -> walk(teams(em)));

        assertThat(after)
                .isNotEqualTo(before)
                .contains(
                        "1 players [10, 11, 12] squad [10] captain 10 tickets []",
                        "2 players [20, 21, 22] squad [21, 22] captain none tickets [2]");
        assertThat(after).isEqualTo(lazily());
    }

    @Test
    @DisplayName(
            "R7: an entity that its own condition hides after a commit is found no longer where EclipseLink would not find it")
    void hidden() {
        Ticket ticket = read(em -> em.find(Ticket.class, 1L));
        transact(em -> em.find(Ticket.class, 1L).setCancelled(true));

        assertThat(ticket.isCancelled()).isTrue();
        Ticket plain = readWithoutMap(em -> em.find(Ticket.class, 1L));
        Ticket found = read(em -> em.find(Ticket.class, 1L));
        assertThat(found == null).isEqualTo(plain == null);
    }

    @Test
    @DisplayName("R2: an EntityManager sees only what the condition shows for what it has been told, from when on ever")
    void told() {
        Fan fan = read(em -> em.find(Fan.class, 1L));
        assertThat(fan).isNotNull();
        assertThat(this.<Fan>read(em -> em.find(Fan.class, 2L))).isNull();

        try (EntityManager em = factory.createEntityManager()) {
            em.setProperty("town", "Basel");
            assertThat(em.find(Fan.class, 1L)).isNull();
            assertThat(em.find(Fan.class, 2L)).isNotNull();
        }
        try (EntityManager em = factory.createEntityManager()) {
            assertThat(em.find(Team.class, 1L)).isNotNull();
            em.setProperty("town", "Basel");
            assertThat(em.find(Fan.class, 1L)).isNull();
            assertThat(em.find(Fan.class, 3L)).isNotNull();
        }
        try (EntityManager em = factory.createEntityManager(Map.of("town", "Basel"))) {
            assertThat(em.find(Fan.class, 1L)).isNull();
            assertThat(em.find(Fan.class, 3L)).isNotNull();
        }
        assertThat(this.<Fan>read(em -> em.find(Fan.class, 1L))).isSameAs(fan);
        assertThat(this.<Fan>read(em -> em.find(Fan.class, 2L))).isNull();
    }

    private static List<String> guests(List<Team> teams) {
        return teams.stream()
                .map(team -> team.getId() + " host "
                        + (team.getHost() == null ? "none" : team.getHost().getId()) + " guests "
                        + team.getGuests().stream().map(Guest::getId).toList())
                .toList();
    }

    @Test
    @DisplayName(
            "P4, P13, Q1: what an application makes of queries it makes of a prefetch, of peers and of many ids, too")
    void redirected() {
        List<String> expected = new ArrayList<>();
        readWithoutMap(em -> expected.addAll(guests(teams(em))));
        emptyCaches();

        assertThat(expected).contains("1 host 1 guests [1]", "2 host 2 guests [2, 12]");
        assertThat(this.<List<String>>read(em -> {
                    List<Team> teams = teams(em);
                    prefetch(teams, "guests", "host");
                    return guests(teams);
                }))
                .isEqualTo(expected);
        emptyCaches();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        assertThat(this.<List<String>>read(em -> guests(teams(em)))).isEqualTo(expected);
    }
}
