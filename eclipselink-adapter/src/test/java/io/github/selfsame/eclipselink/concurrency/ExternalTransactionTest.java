package io.github.selfsame.eclipselink.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.eclipselink.testing.StubTransactions;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.transaction.JTATransactionController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Transactions of a transaction manager that tells of their completion on another thread. */
class ExternalTransactionTest extends ContractTest {

    private final StubTransactions transactions = new StubTransactions(database.dataSource());

    ExternalTransactionTest() {
        super("kennel");
    }

    @AfterEach
    void forgetTransactionManager() {
        JTATransactionController.setDefaultTransactionManager(null);
    }

    @Override
    protected Map<String, Object> unitProperties() {
        // in Java SE this is where EclipseLink looks for it
        JTATransactionController.setDefaultTransactionManager(transactions);
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.transactionType", "JTA");
        properties.put("jakarta.persistence.jtaDataSource", transactions.dataSource());
        properties.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
        return properties;
    }

    @Override
    protected void fill() {
        jta(em -> {
            Owner ann = new Owner(1, "Ann");
            em.persist(ann);
            em.persist(new Dog(1, "Rex", ann));
            em.persist(new Dog(2, "Fay", ann));
            return null;
        });
    }

    private <T> T jta(Function<EntityManager, T> work) {
        transactions.begin();
        EntityManager em = factory.createEntityManager();
        try {
            T result = work.apply(em);
            transactions.commit();
            return result;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            em.close();
        }
    }

    @Test
    @DisplayName("R1/R4/R7: transactions whose completion is told on another thread hand one object on")
    void commits() {
        Dog rex = jta(em -> em.find(Dog.class, 1L));
        Dog pip = jta(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(rex);
            rex.setName("Max");
            Dog added = new Dog(5, "Pip", em.find(Owner.class, 1L));
            em.persist(added);
            return added;
        });

        assertThat(statements(() -> jta(em -> {
                    assertThat(em.find(Dog.class, 1L)).isSameAs(rex);
                    assertThat(em.find(Dog.class, 5L)).isSameAs(pip);
                    return null;
                })))
                .isZero();
        assertThat(inDatabase("select name from Dog where id = 1")).isEqualTo("Max");
        assertThat(this.<Integer>jta(em -> em.find(Owner.class, 1L).getDogs().size())).isEqualTo(3);
    }

    @Test
    @DisplayName("R8: a transaction that a timeout rolls back on another thread leaves nothing of its own in the map")
    void timeout() throws Exception {
        Dog fay = jta(em -> em.find(Dog.class, 2L));
        transactions.begin();
        EntityManager em = factory.createEntityManager();
        Dog rex = em.find(Dog.class, 1L);
        assertThat(em.find(Dog.class, 2L)).isSameAs(fay);
        rex.setName("Max");
        em.persist(new Dog(5, "Pip", null));
        em.flush();
        Transaction transaction = transactions.suspend();
        Thread reaper = new Thread(() -> {
            try {
                transaction.rollback();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        reaper.start();
        reaper.join();
        em.close();

        Dog read = jta(other -> other.find(Dog.class, 1L));
        assertThat(read).isNotSameAs(rex);
        assertThat(read.getName()).isEqualTo("Rex");
        assertThat(this.<Dog>jta(other -> other.find(Dog.class, 2L))).isSameAs(fay);
        assertThat(this.<Dog>jta(other -> other.find(Dog.class, 5L))).isNull();
    }

    @Test
    @DisplayName("R3/B8: a transaction of its own within another sees nothing uncommitted, and its commit counts")
    void requiresNew() throws Exception {
        transactions.begin();
        EntityManager em = factory.createEntityManager();
        Dog rex = em.find(Dog.class, 1L);
        rex.setName("Max");
        em.flush();
        Dog fay = em.find(Dog.class, 2L);
        Transaction outer = transactions.suspend();
        jta(inner -> {
            assertThat(inner.find(Dog.class, 1L).getName()).isEqualTo("Rex");
            Dog copy = inner.find(Dog.class, 2L);
            assertThat(copy).isNotSameAs(fay);
            copy.setName("Ida");
            return null;
        });
        transactions.resume(outer);
        transactions.commit();
        em.close();

        assertThat(this.<Dog>jta(other -> other.find(Dog.class, 1L))).isSameAs(rex);
        assertThat(this.<Dog>jta(other -> other.find(Dog.class, 2L))).isSameAs(fay);
        assertThat(fay.getName()).isEqualTo("Ida");
    }

    @Test
    @DisplayName("S1: a commit after the end of the map, as with enterprise beans, reaches the database and nothing else")
    void afterTheMap() throws Exception {
        transactions.begin();
        EntityManager em = factory.createEntityManager();
        em.find(Dog.class, 1L).setName("Max");
        var map = activation.map();
        activation.close();
        transactions.commit();
        em.close();

        assertThat(map.size()).isZero();
        activation = maps.open();
        assertThat(this.<String>jta(other -> other.find(Dog.class, 1L).getName())).isEqualTo("Max");
    }

    private Object inDatabase(String sql) {
        return jta(em -> em.createNativeQuery(sql).getSingleResult());
    }
}
