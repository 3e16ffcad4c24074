package io.github.selfsame.eclipselink.sharedtables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two entities that are mapped to one table, or to the table of an association: what one of them writes shows in the other. */
class SharedTablesTest extends ContractTest {

    SharedTablesTest() {
        super("sharedtables");
    }

    /** The shared cache knows nothing of shared tables, with or without the library. */
    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.cache.shared.default", "false");
    }

    @Override
    protected void fill() {
        transact(em -> {
            Account account = new Account(1);
            em.persist(account);
            em.persist(new Account(2));
            em.persist(new Role(1));
            em.persist(new Role(2));
            account.getRoles().add(em.find(Role.class, 1L));
            account.getLabels().add("old");
        });
    }

    @Test
    @DisplayName("R6, R7: what is committed of one entity is in the other one of the same row")
    void updated() {
        AccountName name = read(em -> em.find(AccountName.class, 1L));
        transact(em -> em.find(Account.class, 1L).setName("new"));

        transact(em -> {
            assertThat(em.find(AccountName.class, 1L)).isSameAs(name);
            assertThat(name.getName()).isEqualTo("new");
            name.setName("newer");
        });

        assertThat(this.<String>read(em -> em.find(Account.class, 1L).getName()))
                .isEqualTo("newer");
    }

    @Test
    @DisplayName("R7: a row that was removed by one entity is gone for the other one")
    void removed() {
        read(em -> em.find(AccountName.class, 2L));
        transact(em -> em.remove(em.find(Account.class, 2L)));

        assertThat(this.<AccountName>read(em -> em.find(AccountName.class, 2L))).isNull();
    }

    @Test
    @DisplayName("R8: what one entity has flushed is seen of the other one by the same transaction, and by nobody else")
    void flushed() {
        AccountName name = read(em -> em.find(AccountName.class, 1L));
        EntityManager manager = entityManager();
        manager.getTransaction().begin();
        manager.find(Account.class, 1L).setName("new");
        manager.flush();
        assertThat(manager.find(AccountName.class, 1L).getName()).isEqualTo("new");
        manager.getTransaction().rollback();
        manager.close();

        assertThat(this.<AccountName>read(em -> em.find(AccountName.class, 1L)).getName())
                .isEqualTo("account 1");
        assertThat(name.getName()).isEqualTo("account 1");
    }

    @Test
    @DisplayName("R11: a bulk statement on one entity makes the other one stale")
    void inBulk() {
        read(em -> em.find(AccountName.class, 1L));
        transact(em -> em.createQuery("update Account a set a.name = 'all'").executeUpdate());

        assertThat(this.<String>read(em -> em.find(AccountName.class, 1L).getName()))
                .isEqualTo("all");
        read(em -> em.find(AccountName.class, 2L));
        transact(em -> em.createQuery("delete from Account a where a.id = 2").executeUpdate());
        assertThat(this.<AccountName>read(em -> em.find(AccountName.class, 2L))).isNull();
    }

    @Test
    @DisplayName("R20: a collection shows what is committed of an entity that is mapped to its link table")
    void linked() {
        Account account = read(em -> load(em.find(Account.class, 1L)));
        transact(em -> em.persist(new Grant(1, 2)));
        assertThat(this.<Account>read(em -> load(em.find(Account.class, 1L)))).isSameAs(account);
        assertThat(account.getRoles()).extracting(Role::getId).containsExactlyInAnyOrder(1L, 2L);

        transact(em -> em.remove(em.find(Grant.class, new GrantKey(1, 1))));
        assertThat(this.<Account>read(em -> load(em.find(Account.class, 1L))).getRoles())
                .extracting(Role::getId)
                .containsExactly(2L);
    }

    @Test
    @DisplayName("R20: so does an element collection")
    void elements() {
        Account account = read(em -> load(em.find(Account.class, 1L)));
        transact(em -> em.persist(new Label("new", 1)));
        assertThat(this.<Account>read(em -> load(em.find(Account.class, 1L)))).isSameAs(account);
        assertThat(account.getLabels()).containsExactlyInAnyOrder("old", "new");

        transact(
                em -> em.createQuery("delete from Label l where l.text = 'old'").executeUpdate());
        assertThat(this.<Account>read(em -> load(em.find(Account.class, 1L))).getLabels())
                .containsExactly("new");
    }

    @Test
    @DisplayName("R7: an entity of a link table is gone when the collection has lost it")
    void unlinked() {
        read(em -> em.find(Grant.class, new GrantKey(1, 1)));
        read(em -> em.find(Label.class, "old"));
        transact(em -> {
            Account account = em.find(Account.class, 1L);
            account.getRoles().clear();
            account.getLabels().clear();
        });

        assertThat(this.<Grant>read(em -> em.find(Grant.class, new GrantKey(1, 1))))
                .isNull();
        assertThat(this.<Label>read(em -> em.find(Label.class, "old"))).isNull();
    }

    @Test
    @DisplayName("R1, R4: what is committed of an entity with tables of its own leaves the others as they are")
    void others() {
        AccountName name = read(em -> em.find(AccountName.class, 1L));
        transact(em -> em.persist(new Role(3)));
        database.forget();

        assertThat(this.<AccountName>read(em -> em.find(AccountName.class, 1L))).isSameAs(name);
        assertThat(database.statements()).isEmpty();
    }

    private static Account load(Account account) {
        load(account.getRoles());
        load(account.getLabels());
        return account;
    }
}
