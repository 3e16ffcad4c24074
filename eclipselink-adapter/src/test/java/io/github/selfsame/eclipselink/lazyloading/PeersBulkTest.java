package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that change rows past the persistence context, after peers were loaded that nobody has touched. */
class PeersBulkTest extends KennelTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "P13, R11: what was loaded for a peer is not in the way of a new row under the key of one that was deleted")
    void deletedAndPersisted(boolean isNative) {
        assertSame(em -> {
            touchFirstOwner(em);
            execute(
                    em,
                    "update Dog d set d.owner = null where d.owner.id = 2",
                    "update Dog set owner_id = null where owner_id = 2",
                    isNative);
            execute(em, "delete from Owner o where o.id = 2", "delete from Owner where id = 2", isNative);
            em.persist(new Owner(2, "Neo"));
            return em.find(Owner.class, 2L).getName();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("P13, R11: what was loaded for a peer is not found any more after its row was deleted")
    void deletedAndFound(boolean isNative) {
        assertSame(em -> {
            touchFirstOwner(em);
            execute(
                    em,
                    "update Dog d set d.owner = null where d.owner.id = 2",
                    "update Dog set owner_id = null where owner_id = 2",
                    isNative);
            execute(em, "delete from Owner o where o.id = 2", "delete from Owner where id = 2", isNative);
            Owner found = em.find(Owner.class, 2L);
            return found == null ? "nobody" : found.getName();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("P13, R11: what was loaded for a peer shows what a statement has made of its row")
    void updated(boolean isNative) {
        assertSame(em -> {
            touchFirstOwner(em);
            execute(em, "update Owner o set o.name = 'Neo'", "update Owner set name = 'Neo'", isNative);
            return em.find(Owner.class, 2L).getName()
                    + em.createQuery("select o from Owner o order by o.id", Owner.class).getResultList().stream()
                            .map(Owner::getName)
                            .toList();
        });
    }

    private static void execute(EntityManager em, String jpql, String sql, boolean isNative) {
        (isNative ? em.createNativeQuery(sql) : em.createQuery(jpql)).executeUpdate();
    }

    private static void touchFirstOwner(EntityManager em) {
        List<Dog> dogs =
                em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
        assertThat(dogs.get(0).getOwner().getName()).isEqualTo("Ann");
    }

    private void assertSame(Function<EntityManager, Object> work) {
        String plain;
        try (IdentityMapActivation bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            fillSharedCache();
            plain = outcome(work);
            fillSharedCache();
        }
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        assertThat(outcome(work)).isEqualTo(plain);
    }

    /** What it shows of a row that was changed past it is another matter: it is to have all owners, whoever reads them. */
    private void fillSharedCache() {
        factory.getCache().evictAll();
        read(em -> em.createQuery("select o from Owner o", Owner.class).getResultList());
    }

    private String outcome(Function<EntityManager, Object> work) {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        try {
            Object seen = work.apply(em);
            em.flush();
            return seen + " "
                    + em
                            .createQuery("select o.id, o.name from Owner o order by o.id", Object[].class)
                            .getResultList()
                            .stream()
                            .map(Arrays::toString)
                            .toList();
        } catch (RuntimeException e) {
            return String.valueOf(e);
        } finally {
            em.getTransaction().rollback();
        }
    }
}
