package io.github.selfsame.eclipselink.twounits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Maker;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two persistence units with the same classes. */
class TwoUnitsTest extends KennelTest {

    private final Database otherDatabase = new Database();
    private EntityManagerFactory other;

    @BeforeEach
    void openOther() {
        other = Persistence.createEntityManagerFactory(
                "kennel",
                withDatabase(Map.of(
                        "eclipselink.session-name",
                        "the other one",
                        "jakarta.persistence.nonJtaDataSource",
                        otherDatabase.dataSource())));
        inOther(em -> {
            em.getTransaction().begin();
            em.persist(new Dog(1, "Otto", null));
            em.getTransaction().commit();
            return null;
        });
        activation.map().clear();
    }

    @AfterEach
    void closeOther() {
        other.close();
        otherDatabase.close();
    }

    @Test
    @DisplayName("A3, R2: the same key in two persistence units is two instances")
    void apart() {
        Dog rex = read(em -> em.find(Dog.class, 1L));
        Dog otto = inOther(em -> em.find(Dog.class, 1L));

        assertThat(otto).isNotSameAs(rex);
        assertThat(otto.getName()).isEqualTo("Otto");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(rex);
        assertThat((Object) inOther(em -> em.find(Dog.class, 1L))).isSameAs(otto);
        assertThatThrownBy(() -> activation.map().find(Dog.class, 1L))
                .isInstanceOf(IdentityMapUsageException.class)
                .hasMessageContaining("SELFSAME000002");
    }

    @Test
    @DisplayName("A3, R2: what is committed or executed in one unit touches nothing of the other one")
    void untouched() {
        Dog rex = read(em -> em.find(Dog.class, 1L));
        inOther(em -> {
            em.getTransaction().begin();
            em.createNativeQuery("update Dog set name = 'Oscar'").executeUpdate();
            em.persist(new Owner(1, "Olga"));
            em.getTransaction().commit();
            return null;
        });
        other.getCache().evictAll();

        assertThat(statements(() -> {
                    assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(rex);
                    assertThat(rex.getName()).isEqualTo("Rex");
                }))
                .isZero();
        assertThat((Object) inOther(em -> em.find(Dog.class, 1L).getName())).isEqualTo("Oscar");
        assertThat(rex.getOwner().getName()).isEqualTo("Ann");
    }

    @Test
    @DisplayName(
            "R2, R4: what was read from one unit and is persisted in another one is the instance of the other row only")
    void persistedInTheOther() {
        Dog ida = read(em -> em.find(Dog.class, 4L));
        inOther(em -> {
            em.getTransaction().begin();
            em.persist(ida);
            Dog again = read(reader -> {
                Dog read = reader.find(Dog.class, 4L);
                assertThat(reader.contains(ida)).isFalse();
                return read;
            });
            assertThat(again).isNotSameAs(ida);
            assertThat(em.contains(ida)).isTrue();
            em.getTransaction().commit();
            return null;
        });

        assertThat((Object) inOther(em -> em.find(Dog.class, 4L))).isSameAs(ida);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 4L))).isNotSameAs(ida);
    }

    @Test
    @DisplayName("R2, R4: so is what the other database gives a key of its own")
    void persistedWithAnotherKey() {
        Maker acme = read(em -> em.createQuery("select m from Maker m where m.name = 'Acme'", Maker.class)
                .getSingleResult());
        Long key = acme.getId();
        inOther(em -> {
            em.getTransaction().begin();
            // the next key is not that of Acme
            for (long taken = 0; taken < key; taken++) {
                em.persist(new Maker("Maker " + taken));
            }
            em.flush();
            em.persist(acme);
            em.flush();
            assertThat(acme.getId()).isNotEqualTo(key);
            assertThat(this.<Maker>read(reader -> reader.find(Maker.class, key)))
                    .isNotSameAs(acme)
                    .returns(key, Maker::getId);
            em.getTransaction().commit();
            return null;
        });

        assertThat((Object) inOther(em -> em.find(Maker.class, acme.getId()))).isSameAs(acme);
    }

    private <T> T inOther(Function<EntityManager, T> work) {
        EntityManager em = other.createEntityManager();
        try {
            return work.apply(em);
        } finally {
            em.close();
        }
    }
}
