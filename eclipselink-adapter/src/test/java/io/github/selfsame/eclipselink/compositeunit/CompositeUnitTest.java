package io.github.selfsame.eclipselink.compositeunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A composite persistence unit: two databases, and associations between them. */
class CompositeUnitTest extends ContractTest {

    private final Database purchases = new Database();

    CompositeUnitTest() {
        super("composite");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of(
                "eclipselink.composite-unit.properties",
                Map.of(
                        "customers",
                        withDatabase(Map.of()),
                        "purchases",
                        withDatabase(Map.of("jakarta.persistence.nonJtaDataSource", purchases.dataSource()))));
    }

    @AfterEach
    void closePurchases() {
        purchases.close();
    }

    @Override
    protected void fill() {
        database.execute("create table CUSTOMER (ID bigint primary key, NAME varchar(99))");
        purchases.execute("create table PURCHASE (ID bigint primary key, TOTAL int, CUSTOMER_ID bigint)");
        purchases.execute("create table ARTICLE (ID bigint primary key, NAME varchar(99), VERSION bigint)");
        purchases.execute("create table PURCHASE_ARTICLE (PURCHASE_ID bigint, ARTICLES_ID bigint)");
        transact(em -> {
            Article bread = new Article(1, "Bread");
            Article milk = new Article(2, "Milk");
            Customer ann = new Customer(1, "Ann");
            Customer bob = new Customer(2, "Bob");
            List.of(bread, milk, ann, bob).forEach(em::persist);
            em.persist(new Purchase(1, ann, bread, milk));
            em.persist(new Purchase(2, ann, milk));
            em.persist(new Purchase(3, bob, bread));
        });
    }

    private static List<Customer> customers(EntityManager em) {
        return em.createQuery("select c from Customer c order by c.id", Customer.class)
                .getResultList();
    }

    private static List<String> walk(List<Customer> customers) {
        List<String> seen = new ArrayList<>();
        for (Customer customer : customers) {
            for (Purchase purchase : customer.getPurchases()) {
                for (Article article : purchase.getArticles()) {
                    seen.add(customer.getName()
                            + purchase.getId()
                            + article.getName()
                            + purchase.getCustomer().getName());
                }
            }
        }
        return seen;
    }

    private int bothStatements(Runnable work) {
        purchases.forget();
        return statements(work) + purchases.statements().size();
    }

    @Test
    @DisplayName("R1: a row of a composite persistence unit is one object, whichever member has it")
    void identity() {
        List<Customer> customers = read(em -> {
            List<Customer> found = customers(em);
            walk(found);
            return found;
        });

        read(em -> {
            assertThat(em.find(Customer.class, 1L)).isSameAs(customers.get(0));
            Purchase second = em.find(Purchase.class, 2L);
            assertThat(second).isSameAs(customers.get(0).getPurchases().get(1));
            assertThat(second.getCustomer()).isSameAs(customers.get(0));
            assertThat(em.find(Article.class, 2L)).isSameAs(second.getArticles().get(0));
            return second;
        });
    }

    @Test
    @DisplayName("R4, R7: what a composite persistence unit commits is in the instances and in both databases")
    void commit() {
        Customer ann = read(em -> em.find(Customer.class, 1L));
        Purchase first = read(em -> em.find(Purchase.class, 1L));
        transact(em -> {
            em.find(Customer.class, 1L).setName("Anna");
            em.find(Purchase.class, 1L).setTotal(7);
            em.find(Article.class, 1L).setName("Rye bread");
        });

        assertThat(ann.getName()).isEqualTo("Anna");
        assertThat(first.getTotal()).isEqualTo(7);
        reopen(IdentityMapOptions.DEFAULTS);
        emptyCaches();
        read(em -> {
            assertThat(em.find(Customer.class, 1L).getName()).isEqualTo("Anna");
            assertThat(em.find(Purchase.class, 1L).getTotal()).isEqualTo(7);
            assertThat(em.find(Article.class, 1L).getName()).isEqualTo("Rye bread");
            return null;
        });
    }

    @Test
    @DisplayName("R11: bulk statements in a member of a composite persistence unit are seen")
    void bulk() {
        Article bread = read(em -> em.find(Article.class, 1L));
        transact(em -> em.createQuery("update Article a set a.name = 'Toast', a.version = a.version + 1 where a.id = 1")
                .executeUpdate());

        assertThat(this.<String>read(em -> em.find(Article.class, 1L).getName()))
                .isEqualTo("Toast");
        assertThat(this.<Article>read(em -> em.find(Article.class, 1L))).isSameAs(bread);
    }

    @Test
    @DisplayName(
            "P1, P9: a prefetch crosses the members of a composite persistence unit, with a statement for each association")
    void prefetch() {
        List<String> expected = new ArrayList<>();
        readWithoutMap(em -> expected.addAll(walk(customers(em))));
        emptyCaches();
        read(em -> {
            List<Customer> customers = customers(em);
            assertThat(bothStatements(() -> prefetch(customers, "purchases.articles", "purchases.customer")))
                    .isEqualTo(2);
            assertThat(bothStatements(() -> assertThat(walk(customers)).isEqualTo(expected)))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P13: peers load across the members of a composite persistence unit")
    void peers() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        read(em -> {
            List<Customer> customers = customers(em);
            // without weaving a purchase brings its customer, which can't be joined: each collection is read by itself
            assertThat(bothStatements(() -> assertThat(walk(customers)).hasSize(4)))
                    .isEqualTo(WOVEN ? 2 : 4);
            return null;
        });
        emptyCaches();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        List<Purchase> free = read(em -> em.createQuery("select p from Purchase p order by p.id", Purchase.class)
                .getResultList());
        assertThat(bothStatements(() -> free.forEach(
                        purchase -> assertThat(purchase.getCustomer().getName()).isNotEmpty())))
                .isEqualTo(WOVEN ? 1 : 0);
    }

    @Test
    @DisplayName("R10: who empties the cache of a composite persistence unit sees the database again")
    void evicted() {
        Article milk = read(em -> em.find(Article.class, 2L));
        Customer bob = read(em -> em.find(Customer.class, 2L));
        purchases.execute("update ARTICLE set NAME = 'Oat milk'");
        database.execute("update CUSTOMER set NAME = 'Bert'");
        assertThat(this.<String>read(em -> em.find(Article.class, 2L).getName()))
                .isEqualTo("Milk");

        factory.getCache().evictAll();

        assertThat(this.<Article>read(em -> em.find(Article.class, 2L))).isSameAs(milk);
        assertThat(this.<Customer>read(em -> em.find(Customer.class, 2L))).isSameAs(bob);
        assertThat(milk.getName()).isEqualTo("Oat milk");
        assertThat(bob.getName()).isEqualTo("Bert");
    }

    @Test
    @DisplayName("R1, R16: what is free loads across the members of a composite persistence unit, into the same map")
    void touchedWhenFree() {
        List<Customer> customers = read(CompositeUnitTest::customers);

        assertThat(walk(customers)).containsExactly("Ann1BreadAnn", "Ann1MilkAnn", "Ann2MilkAnn", "Bob3BreadBob");
        assertThat(customers).allSatisfy(customer -> assertThat(customer.getPurchases())
                .allSatisfy(purchase -> assertThat(purchase.getCustomer()).isSameAs(customer)));
    }

    @Test
    @DisplayName("R8: a rollback evicts what was changed in each member of a composite persistence unit")
    void rollback() {
        Customer ann = read(em -> em.find(Customer.class, 1L));
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Customer.class, 1L).setName("Anna");
        em.find(Article.class, 1L).setName("Rye bread");
        em.flush();
        em.getTransaction().rollback();

        Customer readAgain = read(other -> other.find(Customer.class, 1L));
        assertThat(readAgain).isNotSameAs(ann);
        assertThat(readAgain.getName()).isEqualTo("Ann");
        assertThat(this.<String>read(other -> other.find(Article.class, 1L).getName()))
                .isEqualTo("Bread");
    }

    @Test
    @DisplayName(
            "R7, R20: what is persisted and removed in a member of a composite persistence unit is so for the others")
    void persistAndRemove() {
        Customer ann = read(em -> em.find(Customer.class, 1L));
        load(ann.getPurchases());
        transact(em -> {
            em.remove(em.find(Purchase.class, 1L));
            em.persist(new Purchase(4, em.find(Customer.class, 1L), em.find(Article.class, 2L)));
        });

        read(em -> {
            assertThat(em.find(Purchase.class, 1L)).isNull();
            Customer found = em.find(Customer.class, 1L);
            assertThat(found).isSameAs(ann);
            assertThat(found.getPurchases()).extracting(Purchase::getId).containsExactly(2L, 4L);
            return null;
        });
    }
}
