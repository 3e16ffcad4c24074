package io.github.selfsame.eclipselink.otherkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** References to a column that is no key, and may change: then the rows that refer to it refer to another one, or to none. */
class OtherKeysTest extends ContractTest {

    OtherKeysTest() {
        super("otherkeys");
    }

    /** The shared cache has what was loaded before, with or without the library. */
    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.cache.shared.default", "false");
    }

    @Override
    protected void fill() {
        transact(em -> {
            Branch north = new Branch(1, "N");
            Branch south = new Branch(2, "S");
            em.persist(north);
            em.persist(south);
            em.persist(new Clerk(1, north));
            em.persist(new Clerk(2, south));
        });
    }

    @Test
    @DisplayName("R20: a changed column is referred to by other rows, from both sides")
    void changed() {
        loaded();
        transact(em -> em.find(Branch.class, 1L).setCode("W"));

        assertThat(loaded()).isEqualTo("1 of none, 2 of 2; 1 has [], 2 has [2]");
    }

    @Test
    @DisplayName("R20: rows that another one's former column is given to refer to that")
    void exchanged() {
        loaded();
        transact(em -> {
            em.find(Branch.class, 1L).setCode("S");
            em.find(Branch.class, 2L).setCode("N");
        });

        assertThat(loaded()).isEqualTo("1 of 2, 2 of 1; 1 has [2], 2 has [1]");
    }

    @Test
    @DisplayName("R11, R20: so it is after a bulk statement")
    void inBulk() {
        loaded();
        transact(em -> em.createQuery("update Branch b set b.code = 'W' where b.code = 'N'")
                .executeUpdate());

        assertThat(loaded()).isEqualTo("1 of none, 2 of 2; 1 has [], 2 has [2]");
    }

    @Test
    @DisplayName("R8, R20: a rollback leaves what was loaded before")
    void rolledBack() {
        loaded();
        EntityManager manager = entityManager();
        manager.getTransaction().begin();
        manager.find(Branch.class, 1L).setCode("W");
        manager.flush();
        manager.getTransaction().rollback();
        manager.close();

        assertThat(loaded()).isEqualTo("1 of 1, 2 of 2; 1 has [1], 2 has [2]");
    }

    private String loaded() {
        return read(em -> {
            Clerk first = em.find(Clerk.class, 1L);
            Clerk second = em.find(Clerk.class, 2L);
            return "1 of %s, 2 of %s; 1 has %s, 2 has %s"
                    .formatted(branch(first), branch(second), clerks(em, 1), clerks(em, 2));
        });
    }

    private static Object branch(Clerk clerk) {
        return clerk.getBranch() == null ? "none" : clerk.getBranch().getId();
    }

    private static List<Long> clerks(EntityManager manager, long branch) {
        return manager.find(Branch.class, branch).getClerks().stream()
                .map(Clerk::getId)
                .toList();
    }
}
