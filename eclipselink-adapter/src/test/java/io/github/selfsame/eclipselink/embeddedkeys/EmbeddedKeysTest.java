package io.github.selfsame.eclipselink.embeddedkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Associations by a column that is in an embeddable of an embeddable. */
class EmbeddedKeysTest extends ContractTest {

    EmbeddedKeysTest() {
        super("embeddedkeys");
    }

    @Override
    protected void fill() {
        database.execute("insert into Shop (id, street, code) values (1, 'Hill', 'H'), (2, 'Lane', 'L')");
        database.execute("insert into Visit (id, shop_code) values (1, 'H'), (2, 'H'), (3, 'L')");
    }

    private List<Long> visits(long shop) {
        return read(em ->
                em.find(Shop.class, shop).getVisits().stream().map(Visit::getId).toList());
    }

    @Test
    @DisplayName(
            "R7, P7: a collection by a column in an embeddable is read again after a commit has moved its elements")
    void collection() {
        assertThat(visits(1)).containsExactly(1L, 2L);
        transact(em -> em.find(Visit.class, 2L).setShop(em.find(Shop.class, 2L)));
        assertThat(visits(1)).containsExactly(1L);
        assertThat(visits(2)).containsExactly(2L, 3L);
        transact(em -> em.persist(new Visit(4, em.find(Shop.class, 1L))));
        assertThat(visits(1)).containsExactly(1L, 4L);
    }

    @Test
    @DisplayName("R1, R7: a reference by a column in an embeddable gives the one instance, in the next context too")
    void reference() {
        Shop hill = read(em -> em.find(Visit.class, 1L).getShop());
        assertThat(hill.getAddress().getStreet()).isEqualTo("Hill");
        assertThat(this.<Shop>read(em -> em.find(Visit.class, 1L).getShop())).isSameAs(hill);
        transact(em -> em.find(Visit.class, 1L).setShop(em.find(Shop.class, 2L)));
        assertThat(this.<String>read(
                        em -> em.find(Visit.class, 1L).getShop().getAddress().getStreet()))
                .isEqualTo("Lane");
        assertThat(visits(2)).containsExactly(1L, 3L);
    }

    @Test
    @DisplayName("P2, P7: associations by a column in an embeddable are prefetched")
    void prefetched() {
        read(em -> {
            List<Shop> shops = em.createQuery("select s from Shop s order by s.id", Shop.class)
                    .getResultList();
            prefetch(shops, "visits.shop");
            assertThat(statements(() -> assertThat(shops)
                            .extracting(shop -> shop.getVisits().size())
                            .containsExactly(2, 1)))
                    .isZero();
            assertThat(shops.get(0).getVisits()).allMatch(visit -> visit.getShop() == shops.get(0));
            return null;
        });
    }
}
