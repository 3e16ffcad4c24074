package io.github.selfsame.eclipselink.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.eclipselink.testing.Faults;
import io.github.selfsame.internal.map.MapInvariants;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.persistence.queries.CursoredStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lets the database fail at each call that a small program makes, one after the other. */
class DatabaseFailureTest extends KennelTest {

    private final Faults faults = new Faults();

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of(
                "jakarta.persistence.nonJtaDataSource",
                faults.around(database.dataSource()),
                "eclipselink.logging.level",
                "OFF");
    }

    @Test
    @DisplayName("R19: after a read that fails at any point nothing half-built is left, and the next read is right")
    void find() {
        failEverywhere(em -> {
            Dog dog = em.find(Dog.class, 1L);
            load(dog.getToys());
            load(dog.getNicknames());
            assertThat(dog.getOwner().getName()).isEqualTo("Ann");
            load(dog.getOwner().getDogs());
        });
    }

    @Test
    @DisplayName("R19: after a query with joins that fails at any point the next read is right")
    void joinFetch() {
        failEverywhere(em -> em.createQuery(
                        "select distinct d from Dog d left join fetch d.toys left join fetch d.owner", Dog.class)
                .getResultList());
    }

    @Test
    @DisplayName("R19: after a batch fetch that fails at any point the next read is right")
    void batchFetch() {
        failEverywhere(em -> em.createQuery("select d from Dog d", Dog.class)
                .setHint("eclipselink.batch", "d.toys")
                .getResultList()
                .forEach(dog -> load(dog.getToys())));
    }

    @Test
    @DisplayName("R16/R19: after a cursor that fails at any row the next read is right")
    void cursor() {
        failEverywhere(em -> {
            CursoredStream cursor = (CursoredStream) em.createQuery("select d from Dog d")
                    .setHint("eclipselink.cursor", true)
                    .getSingleResult();
            cursor.next(3);
            cursor.close();
        });
    }

    @Test
    @DisplayName("R10/R19: after a refresh or a lock that fails at any point the next read is right")
    void refresh() {
        read(em -> em.find(Dog.class, 1L));
        failEverywhere(em -> {
            em.getTransaction().begin();
            Dog dog = em.find(Dog.class, 1L);
            em.refresh(dog);
            em.lock(dog, LockModeType.PESSIMISTIC_WRITE);
            em.getTransaction().rollback();
        });
    }

    @Test
    @DisplayName("R6/R19: after a stale instance could not be brought up to date, the next read does it")
    void staleInstances() {
        failEverywhere(em -> {
            factory.getCache().evictAll();
            em.getTransaction().begin();
            em.createQuery("select d from Dog d", Dog.class).getResultList().forEach(dog -> load(dog.getToys()));
            em.getTransaction().commit();
        });
    }

    @Test
    @DisplayName(
            "B6/R8: after a flush or commit that fails at any point, the map has nothing of what was not committed")
    void commit() {
        failEverywhere(em -> {
            em.getTransaction().begin();
            change(em);
            em.getTransaction().commit();
        });
    }

    @Test
    @DisplayName("B6/B10/R8: the same with changes that were flushed, cleared and read again before")
    void flushAndClear() {
        failEverywhere(em -> {
            em.getTransaction().begin();
            change(em);
            em.flush();
            em.clear();
            em.createQuery("select d from Dog d", Dog.class).getResultList().forEach(dog -> load(dog.getToys()));
            em.getTransaction().commit();
        });
    }

    @Test
    @DisplayName("R11/R8: the same with bulk statements")
    void bulk() {
        failEverywhere(em -> {
            em.getTransaction().begin();
            em.createQuery("update Dog d set d.name = 'Max' where d.id = 1").executeUpdate();
            em.find(Dog.class, 1L);
            em.createNativeQuery("update Owner set name = 'Zoe'").executeUpdate();
            em.find(Owner.class, 1L);
            em.getTransaction().commit();
        });
    }

    @Test
    @DisplayName("R3/R8: the same with a private copy, while another context manages the canonical instance")
    void privateCopy() {
        failEverywhere(em -> {
            EntityManager other = factory.createEntityManager();
            try {
                Dog dog = other.find(Dog.class, 1L);
                em.getTransaction().begin();
                Dog copy = em.find(Dog.class, 1L);
                assertThat(copy).isNotSameAs(dog);
                copy.setName("Max");
                em.getTransaction().commit();
            } finally {
                other.close();
            }
        });
    }

    @Test
    @DisplayName("R4/R19: a lazy association of a free instance that could not be loaded is loaded by the next touch")
    void freeInstance() {
        for (int call = 0; ; call++) {
            reopenMap();
            Dog dog = read(em -> em.find(Dog.class, 1L));
            faults.arm(call);
            try {
                load(dog.getToys());
                load(dog.getOwner().getDogs());
            } catch (RuntimeException e) {
                assertThat(e).hasStackTraceContaining("the database has failed");
            }
            boolean hasFailed = faults.disarm();
            assertThat(dog.getToys()).hasSize(3);
            assertThat(dog.getOwner().getDogs()).contains(dog);
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
            if (!hasFailed) {
                break;
            }
        }
    }

    @Test
    @DisplayName("P1/R19: after a prefetch that fails at any point the next one is right")
    void prefetching() {
        for (int call = 0; ; call++) {
            reopenMap();
            List<Dog> dogs = read(em -> em.createQuery("select d from Dog d order by d.id", Dog.class)
                    .getResultList());
            faults.arm(call);
            try {
                prefetch(dogs, "toys.maker", "owner", "nicknames");
            } catch (RuntimeException e) {
                assertThat(e).hasStackTraceContaining("the database has failed");
            }
            boolean hasFailed = faults.disarm();
            prefetch(dogs, "toys.maker", "owner", "nicknames");
            assertThat(dogs.get(0).getToys())
                    .extracting(toy -> toy.getMaker().getName())
                    .containsExactlyInAnyOrder("Acme", "Acme", "Bolt");
            checkState();
            if (!hasFailed) {
                break;
            }
        }
    }

    private static void change(EntityManager em) {
        Dog dog = em.find(Dog.class, 1L);
        dog.setName("Max");
        dog.setOwner(em.find(Owner.class, 2L));
        dog.getToys().remove(em.find(Toy.class, 2L));
        dog.getNicknames().add("Maxi");
        dog.getCollar().setColour("blue");
        em.remove(em.find(Dog.class, 4L));
        em.persist(new Dog(5, "Pip", em.find(Owner.class, 3L)));
    }

    private void failEverywhere(Consumer<EntityManager> program) {
        for (int call = 0; ; call++) {
            reopenMap();
            read(em -> em.createQuery("select o from Owner o", Owner.class).getResultList());
            EntityManager em = factory.createEntityManager();
            faults.arm(call);
            boolean hasFailed;
            try {
                program.accept(em);
            } catch (RuntimeException e) {
                assertThat(e).as("at call %d", call).hasStackTraceContaining("the database has failed");
            } finally {
                hasFailed = faults.disarm();
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                em.close();
            }
            checkState();
            if (!hasFailed) {
                break;
            }
        }
    }

    /** The map has what the database has, and one object for each row. */
    private void checkState() {
        assertThat(MapInvariants.violations((ScopedIdentityMap) activation.map()))
                .isEmpty();
        // a native statement does not tell the shared cache
        emptyCaches();
        List<Dog> dogs = new ArrayList<>();
        List<String> mapped = inTransaction(em -> {
            dogs.addAll(dogs(em));
            return dogs.stream().map(DatabaseFailureTest::describe).toList();
        });
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            assertThat(mapped)
                    .isEqualTo(this.<List<String>>inTransaction(em ->
                            dogs(em).stream().map(DatabaseFailureTest::describe).toList()));
        }
        assertThat(dogs).allMatch(activation.map()::contains);
        dogs.forEach(dog -> assertThat(this.<Dog>read(em -> em.find(Dog.class, dog.getId())))
                .isSameAs(dog));
        assertThat(MapInvariants.violations((ScopedIdentityMap) activation.map()))
                .isEmpty();
    }

    private static List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    private static String describe(Dog dog) {
        Owner owner = dog.getOwner();
        return dog.getId() + " " + dog.getName() + " " + dog.getVersion() + " "
                + (owner == null
                        ? null
                        : owner.getName()
                                + owner.getDogs().stream().map(Dog::getId).toList())
                + new TreeSet<>(dog.getToys().stream().map(Toy::getId).toList())
                + new TreeSet<>(dog.getNicknames())
                + (dog.getCollar() == null ? null : dog.getCollar().getColour());
    }

    private void reopenMap() {
        activation.close();
        factory.getCache().evictAll();
        activation = maps.open();
    }
}
