package io.github.selfsame.eclipselink.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import io.github.selfsame.eclipselink.kennel.Owner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.SynchronizationType;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transaction;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Persistence contexts in transactions that somebody else begins and ends, as on a server. */
class JtaTest extends KennelTest {

    private final Transactions transactions = Transactions.INSTANCE;

    @Override
    protected Map<String, Object> unitProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.transactionType", "JTA");
        properties.put("jakarta.persistence.jtaDataSource", transactions.dataSource(database.dataSource()));
        properties.put("eclipselink.target-server", Platform.class.getName());
        properties.put("eclipselink.session-name", "jta " + System.identityHashCode(this));
        return properties;
    }

    @Override
    protected void fill() {
        database.execute("insert into Owner (id, name, version) values (1, 'Ann', 1), (2, 'Ben', 1)");
        database.execute("insert into Dog (id, name, version, owner_id) values (1, 'Rex', 1, 1), (2, 'Fay', 1, 1)");
        database.execute("insert into Note (id, text) values (1, 'first')");
    }

    @Test
    @DisplayName(
            "R1, R4, R7: contexts of transactions one after the other share an instance, and write it at the commit")
    void commit() throws Exception {
        transactions.begin();
        EntityManager first = entityManager();
        Dog dog = first.find(Dog.class, 1L);
        dog.setName("Max");
        // a container closes before the transaction ends
        first.close();
        transactions.commit();
        assertThat(name()).isEqualTo("Max");

        transactions.begin();
        EntityManager second = entityManager();
        assertThat(second.find(Dog.class, 1L)).isSameAs(dog);
        dog.setName("Moe");
        second.persist(new Owner(7, "Eve"));
        second.close();
        transactions.commit();
        assertThat(name()).isEqualTo("Moe");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getOwner().getName()).isEqualTo("Ann");
        assertThat(statements(() -> assertThat(
                                this.<Owner>read(em -> em.find(Owner.class, 7L)).getName())
                        .isEqualTo("Eve")))
                .isZero();
    }

    @Test
    @DisplayName("R8: a rollback by the transaction manager makes the map forget what was changed, and only that")
    void rollback() throws Exception {
        Owner owner = read(em -> em.find(Owner.class, 1L));
        transactions.begin();
        EntityManager manager = entityManager();
        Dog dog = manager.find(Dog.class, 1L);
        assertThat(manager.find(Owner.class, 1L)).isSameAs(owner);
        dog.setName("Max");
        manager.flush();
        manager.close();
        transactions.rollback();

        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(dog);
        assertThat(after.getName()).isEqualTo("Rex");
        assertThat(this.<Owner>read(em -> em.find(Owner.class, 1L))).isSameAs(owner);
    }

    @Test
    @DisplayName("R8, R17: so does one that comes on another thread, as when time is up")
    void rollbackElsewhere() throws Exception {
        transactions.begin();
        EntityManager manager = entityManager();
        Dog dog = manager.find(Dog.class, 1L);
        dog.setName("Max");
        manager.flush();
        manager.close();
        transactions.rollbackElsewhere();

        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(dog);
        assertThat(after.getName()).isEqualTo("Rex");
    }

    @Test
    @DisplayName("R8: a commit that fails is a rollback")
    void failedCommit() throws Exception {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        transactions.begin();
        EntityManager manager = entityManager();
        manager.find(Dog.class, 1L).setName("Max");
        manager.persist(new Note(1, "duplicate"));
        manager.close();
        assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);

        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(dog);
        assertThat(after.getName()).isEqualTo("Rex");
        assertThat(this.<Note>read(em -> em.find(Note.class, 1L)).getText()).isEqualTo("first");
    }

    @Test
    @DisplayName("R3, B8: a transaction within a suspended one has copies of its own, and sees nothing uncommitted")
    void requiresNew() throws Exception {
        transactions.begin();
        EntityManager outer = entityManager();
        Dog dog = outer.find(Dog.class, 1L);
        outer.find(Dog.class, 2L).setName("Outer");
        outer.flush();
        Transaction suspended = transactions.suspend();
        transactions.begin();
        EntityManager inner = entityManager();
        Dog copy = inner.find(Dog.class, 1L);
        assertThat(copy).isNotSameAs(dog);
        assertThat(inner.find(Dog.class, 2L).getName()).isEqualTo("Fay");
        copy.setName("Inner");
        inner.close();
        transactions.commit();
        transactions.resume(suspended);
        assertThat(dog.getName()).isEqualTo("Rex");
        outer.close();
        transactions.commit();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Inner");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 2L)).getName()).isEqualTo("Outer");
    }

    @Test
    @DisplayName(
            "R4, R7: an application-managed context that joins one transaction after the other keeps its instances")
    void joined() throws Exception {
        EntityManager manager = entityManager();
        Dog dog = manager.find(Dog.class, 1L);
        for (String name : new String[] {"One", "Two"}) {
            transactions.begin();
            manager.joinTransaction();
            assertThat(manager.find(Dog.class, 1L)).isSameAs(dog);
            dog.setName(name);
            transactions.commit();
            assertThat(name()).isEqualTo(name);
        }
        manager.close();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
    }

    @Test
    @DisplayName("R4, R8: an unsynchronized context writes what it has adopted only once it has joined")
    void unsynchronized() throws Exception {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        EntityManager manager = factory.createEntityManager(SynchronizationType.UNSYNCHRONIZED);
        transactions.begin();
        assertThat(manager.find(Dog.class, 1L)).isSameAs(dog);
        dog.setName("Max");
        transactions.commit();
        assertThat(name()).isEqualTo("Rex");
        transactions.begin();
        manager.joinTransaction();
        transactions.commit();
        assertThat(name()).isEqualTo("Max");
        manager.close();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
    }

    private Object name() {
        return read(
                em -> em.createNativeQuery("select name from Dog where id = 1").getSingleResult());
    }
}
