package io.github.selfsame.eclipselink.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefaultPrefetchTest extends ContractTest {

    DefaultPrefetchTest() {
        super("defaults");
    }

    @Override
    protected void fill() {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Street main = new Street(1, "Main");
        Street side = new Street(2, "Side");
        House first = new House(1, main);
        House second = new House(2, side);
        List.of(main, side).forEach(manager::persist);
        List.of(first, second).forEach(manager::persist);
        manager.persist(new Flat(1, first));
        manager.persist(new Flat(2, first));
        manager.persist(new Penthouse(3, second, main));
        manager.getTransaction().commit();
        manager.close();
    }

    private void assertLoaded(List<House> houses) {
        assertThat(statements(() -> {
                    assertThat(houses)
                            .extracting(house -> house.getStreet().getName())
                            .containsExactly("Main", "Side");
                    assertThat(houses.get(0).getFlats()).hasSize(2).allMatch(flat -> flat.getHouse() == houses.get(0));
                    assertThat(((Penthouse) houses.get(1).getFlats().get(0))
                                    .getView()
                                    .getName())
                            .isEqualTo("Main");
                }))
                .isZero();
    }

    @Test
    @DisplayName("P12: what an entity declares is prefetched for each query, with the defaults of what that leads to")
    void query() {
        read(em -> {
            database.forget();
            List<House> houses = em.createQuery("select h from House h order by h.id", House.class)
                    .getResultList();
            if (WOVEN) {
                // houses, flats, streets: the view of the penthouse is among those
                assertThat(database.statements()).hasSize(3);
            }
            assertLoaded(houses);
            return null;
        });
    }

    @Test
    @DisplayName("P12, C10: defaults that lead back to each other end by themselves")
    void cycle() {
        read(em -> {
            database.forget();
            List<Flat> flats = em.createQuery("select f from Flat f order by f.id", Flat.class)
                    .getResultList();
            if (WOVEN) {
                // flats, houses, flats of the houses, streets
                assertThat(database.statements()).hasSize(4);
            }
            assertThat(statements(() ->
                            assertThat(flats.get(0).getHouse().getFlats()).containsExactly(flats.get(0), flats.get(1))))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P12, C20: find brings the defaults, also of a subclass")
    void find() {
        read(em -> {
            Flat flat = em.find(Flat.class, 3L);
            assertThat(statements(() -> {
                        assertThat(((Penthouse) flat).getView().getName()).isEqualTo("Main");
                        assertThat(flat.getHouse().getStreet().getName()).isEqualTo("Side");
                    }))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P12: a path of a hint brings the defaults of what it leads to")
    void hint() {
        read(em -> {
            List<Street> streets = em.createQuery("select s from Street s order by s.id", Street.class)
                    .setHint(SelfsameHints.PREFETCH, "houses")
                    .getResultList();
            assertThat(statements(
                            () -> assertThat(streets.get(0).getHouses().get(0).getFlats())
                                    .hasSize(2)))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P12, R18: none by a hint, and none without a map")
    void off() {
        String jpql = "select h from House h order by h.id";
        read(em -> {
            List<House> houses = em.createQuery(jpql, House.class)
                    .setHint(SelfsameHints.DEFAULT_PREFETCH, false)
                    .getResultList();
            assertThat(statements(() -> load(houses.get(0).getFlats()))).isPositive();
            return null;
        });
        factory.getCache().evictAll();
        readWithoutMap(em -> {
            List<House> houses = em.createQuery(jpql, House.class).getResultList();
            assertThat(statements(() -> load(houses.get(0).getFlats()))).isPositive();
            return null;
        });
    }

    @Test
    @DisplayName("P8: defaults write nothing")
    void neverDirty() {
        transact(em -> {
            em.createQuery("select h from House h", House.class).getResultList();
            database.forget();
        });
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName("P12, S9: a path that does not exist is an error when the unit is deployed")
    void wrongPath() {
        assertThatThrownBy(() -> {
                    try (var unit = Persistence.createEntityManagerFactory(
                            "defaults-wrong",
                            withDatabase(Map.of("jakarta.persistence.schema-generation.database.action", "none")))) {
                        unit.createEntityManager();
                    }
                })
                .hasStackTraceContaining("SELFSAME002100")
                .hasStackTraceContaining(Ruin.class.getName());
    }
}
