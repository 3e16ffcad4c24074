package io.github.selfsame.eclipselink.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrefetchGraphTest extends KennelTest {

    /** EclipseLink has fetch graphs of woven entities only. */
    static Stream<String> kinds() {
        return WOVEN ? Stream.of("loadgraph", "fetchgraph") : Stream.of("loadgraph");
    }

    private static EntityGraph<Dog> graph(EntityManager em) {
        EntityGraph<Dog> graph = em.createEntityGraph(Dog.class);
        graph.addAttributeNodes("name", "owner");
        graph.<Toy>addSubgraph("toys").addAttributeNodes("name", "maker");
        return graph;
    }

    private static TypedQuery<Dog> dogs(EntityManager em, String kind) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class)
                .setHint("jakarta.persistence." + kind, graph(em));
    }

    private void assertLoaded(List<Dog> dogs) {
        assertThat(dogs).extracting(Dog::getName).containsExactly("Rex", "Fay", "Gus", "Ida");
        assertThat(statements(() -> {
                    assertThat(dogs.get(0).getOwner().getName()).isEqualTo("Ann");
                    assertThat(dogs.get(0).getToys()).hasSize(3).allSatisfy(toy -> assertThat(
                                    toy.getMaker().getName())
                            .isNotEmpty());
                    assertThat(dogs.get(3).getToys()).isEmpty();
                }))
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    @DisplayName(
            "P12: an entity graph is prefetched where that is asked for, in one statement for each association and level")
    void graph(String kind) {
        int plain = statements(() -> readWithoutMap(em -> dogs(em, kind).getResultList()));
        factory.getCache().evictAll();
        read(em -> {
            database.forget();
            List<Dog> dogs =
                    dogs(em, kind).setHint(SelfsameHints.PREFETCH_GRAPH, true).getResultList();
            if (WOVEN) {
                assertThat(database.statements()).hasSize(4);
            }
            assertThat(database.statements()).hasSizeLessThanOrEqualTo(plain);
            assertLoaded(dogs);
            return null;
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    @DisplayName("P12: what the graph does not name is as in EclipseLink")
    void unnamed(String kind) {
        PersistenceUnitUtil util = factory.getPersistenceUnitUtil();
        List<Boolean> plain = this.<List<Boolean>>readWithoutMap(
                em -> loaded(util, dogs(em, kind).getResultList()));
        factory.getCache().evictAll();
        assertThat(this.<List<Boolean>>read(em -> loaded(
                        util,
                        dogs(em, kind)
                                .setHint(SelfsameHints.PREFETCH_GRAPH, true)
                                .getResultList())))
                .isEqualTo(plain);
    }

    private static List<Boolean> loaded(PersistenceUnitUtil util, List<Dog> dogs) {
        return List.of(
                util.isLoaded(dogs.get(0), "name"),
                util.isLoaded(dogs.get(0), "favoriteToy"),
                util.isLoaded(dogs.get(0), "nicknames"),
                util.isLoaded(dogs.get(0), "toys"),
                util.isLoaded(dogs.get(0), "owner"));
    }

    @Test
    @DisplayName("P12: without asking, a graph is EclipseLink's; find has graphs, too")
    void onlyIfAsked() {
        read(em -> {
            Dog rex = em.find(
                    Dog.class,
                    1L,
                    Map.of("jakarta.persistence.loadgraph", graph(em), SelfsameHints.PREFETCH_GRAPH, "true"));
            assertThat(statements(
                            () -> assertThat(rex.getToys().get(0).getMaker().getName())
                                    .isNotEmpty()))
                    .isZero();
            return null;
        });
        assertThatThrownBy(() -> read(em -> dogs(em, "loadgraph")
                        .setHint(SelfsameHints.PREFETCH_GRAPH, "please")
                        .getResultList()))
                .rootCause()
                .hasMessageContainingAll("SELFSAME002251", "selfsame.prefetch-graph", "'please'");
    }

    @Test
    @DisplayName("P12, P11: pages of a graph are exact")
    void paging() {
        read(em -> {
            List<Dog> page = dogs(em, "loadgraph")
                    .setHint(SelfsameHints.PREFETCH_GRAPH, true)
                    .setFirstResult(1)
                    .setMaxResults(1)
                    .getResultList();
            assertThat(page).extracting(Dog::getName).containsExactly("Fay");
            assertThat(page.get(0).getToys()).hasSize(3);
            return null;
        });
    }

    @Test
    @DisplayName("P12: a property of the unit asks for it everywhere; a wrong value is an error")
    void unitProperty() {
        try (var unit = Persistence.createEntityManagerFactory(
                "kennel",
                withDatabase(Map.of(
                        "selfsame.prefetch-graphs", "true",
                        "jakarta.persistence.schema-generation.database.action", "none",
                        "eclipselink.session-name", "graphs")))) {
            EntityManager em = unit.createEntityManager();
            database.forget();
            List<Dog> dogs = dogs(em, "loadgraph").getResultList();
            if (WOVEN) {
                assertThat(database.statements()).hasSize(4);
            }
            assertLoaded(dogs);
            em.close();
        }
        assertThatThrownBy(() -> {
                    try (var unit = Persistence.createEntityManagerFactory(
                            "kennel",
                            withDatabase(Map.of(
                                    "selfsame.prefetch-graphs", "yes",
                                    "jakarta.persistence.schema-generation.database.action", "none",
                                    "eclipselink.session-name", "wrong graphs")))) {
                        unit.createEntityManager();
                    }
                })
                .hasStackTraceContaining("SELFSAME002003")
                .hasStackTraceContaining("selfsame.prefetch-graphs");
    }
}
