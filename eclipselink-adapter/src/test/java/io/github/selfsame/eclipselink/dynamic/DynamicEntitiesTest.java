package io.github.selfsame.eclipselink.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.eclipse.persistence.dynamic.DynamicClassLoader;
import org.eclipse.persistence.dynamic.DynamicEntity;
import org.eclipse.persistence.dynamic.DynamicTypeBuilder;
import org.eclipse.persistence.jpa.dynamic.JPADynamicHelper;
import org.eclipse.persistence.jpa.dynamic.JPADynamicTypeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entities without classes, which are added to a unit that has been deployed already. */
class DynamicEntitiesTest extends KennelTest {

    private JPADynamicHelper helper;

    @BeforeEach
    void addTypes() {
        database.execute("create table SHOP (ID bigint primary key, NAME varchar(99))");
        database.execute("create table SALE (ID bigint primary key, TOTAL int, SHOP_ID bigint)");
        DynamicClassLoader classes = new DynamicClassLoader(getClass().getClassLoader());
        DynamicTypeBuilder shop = new JPADynamicTypeBuilder(classes.createDynamicClass("dynamic.Shop"), null, "SHOP");
        DynamicTypeBuilder sale = new JPADynamicTypeBuilder(classes.createDynamicClass("dynamic.Sale"), null, "SALE");
        shop.setPrimaryKeyFields("ID");
        shop.addDirectMapping("id", Long.class, "ID");
        shop.addDirectMapping("name", String.class, "NAME");
        sale.setPrimaryKeyFields("ID");
        sale.addDirectMapping("id", Long.class, "ID");
        sale.addDirectMapping("total", Integer.class, "TOTAL");
        sale.addOneToOneMapping("shop", shop.getType(), "SHOP_ID");
        shop.addOneToManyMapping("sales", sale.getType(), "SHOP_ID");
        helper = new JPADynamicHelper(factory);
        helper.addTypes(false, false, shop.getType(), sale.getType());
        for (long id = 1; id <= 2; id++) {
            long key = id;
            transact(em -> {
                DynamicEntity made = helper.newDynamicEntity("Shop");
                made.set("id", key);
                made.set("name", "Shop " + key);
                em.persist(made);
                for (long number = 1; number <= 2; number++) {
                    DynamicEntity sold = helper.newDynamicEntity("Sale");
                    sold.set("id", 10 * key + number);
                    sold.set("total", 1);
                    sold.set("shop", made);
                    em.persist(sold);
                }
            });
        }
        emptyCaches();
        reopen(IdentityMapOptions.DEFAULTS);
        database.forget();
    }

    private List<DynamicEntity> shops(EntityManager em) {
        return em.createQuery("select s from Shop s order by s.id", DynamicEntity.class)
                .getResultList();
    }

    private static List<Integer> sales(List<DynamicEntity> shops) {
        return shops.stream()
                .map(shop -> shop.<Collection<?>>get("sales").size())
                .toList();
    }

    @Test
    @DisplayName("Q3: entities of types that were added after the deployment take no part: they are as without the map")
    void readAndChange() {
        List<DynamicEntity> shops = read(em -> {
            List<DynamicEntity> found = shops(em);
            assertThat(sales(found)).containsExactly(2, 2);
            return found;
        });
        transact(em -> em.find(shops.get(0).getClass(), 1L).set("name", "Corner shop"));

        DynamicEntity again = read(em -> em.find(shops.get(0).getClass(), 1L));
        assertThat(again.<String>get("name")).isEqualTo("Corner shop");
        assertThat(activation.map().contains(again)).isFalse();
    }

    @Test
    @DisplayName("P4, P13: associations of dynamic entities are prefetched and loaded for peers")
    void prefetch() {
        read(em -> {
            List<DynamicEntity> shops = shops(em);
            assertThat(statements(() -> prefetch(shops, "sales"))).isLessThanOrEqualTo(2);
            assertThat(sales(shops)).containsExactly(2, 2);
            return null;
        });
        emptyCaches();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        read(em -> {
            assertThat(sales(shops(em))).containsExactly(2, 2);
            return null;
        });
    }
}
