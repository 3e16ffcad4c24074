package io.github.selfsame.eclipselink.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads, each with persistence contexts of its own, on one map. */
@Timeout(120)
class ConcurrentContextsTest extends KennelTest {

    private static final int THREADS = 3;
    private static final int ROUNDS = 60;

    /** Which context manages an object now, by the test's own account. */
    private final Map<ByIdentity, EntityManager> managers = new ConcurrentHashMap<>();

    private record ByIdentity(Object object) {

        @Override
        public boolean equals(Object other) {
            return other instanceof ByIdentity wrapper && wrapper.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    @Test
    @DisplayName("R3/R17: several threads count in versioned rows: no update is lost, no object has two managers")
    void noLostUpdates() throws Exception {
        transact(em -> em.createQuery("update Dog d set d.name = '0'").executeUpdate());
        long seed = new Random().nextLong();
        List<Integer> successes = Together.run(maps, THREADS, thread -> {
            Random random = new Random(seed + thread);
            int done = 0;
            for (int round = 0; round < ROUNDS; round++) {
                done += count(random) ? 1 : 0;
            }
            return done;
        });

        int sum = read(em -> em.createQuery("select d from Dog d", Dog.class).getResultList().stream()
                .mapToInt(dog -> Integer.parseInt(dog.getName()))
                .sum());
        int total = successes.stream().mapToInt(Integer::intValue).sum();
        assertThat(total).as("seed %d", seed).isPositive();
        assertThat(inDatabase("select sum(cast(name as int)) from Dog"))
                .as("seed %d", seed)
                .isEqualTo(total);
        assertThat(sum).as("seed %d", seed).isEqualTo(total);
    }

    /** Adds one to a row; whether it was committed. */
    private boolean count(Random random) {
        EntityManager em = factory.createEntityManager();
        Dog dog = null;
        try {
            em.getTransaction().begin();
            dog = random.nextBoolean()
                    ? em.find(Dog.class, 1 + random.nextLong(4))
                    : em.createQuery("select d from Dog d where d.id = ?1", Dog.class)
                            .setParameter(1, 1 + random.nextLong(4))
                            .getSingleResult();
            enter(dog, em);
            load(dog.getToys());
            for (Toy toy : dog.getToys()) {
                assertThat(em.contains(toy)).isTrue();
                load(toy.getDogs());
            }
            assertThat(em.find(Dog.class, dog.getId())).isSameAs(dog);
            dog.setName(String.valueOf(Integer.parseInt(dog.getName()) + 1));
            switch (random.nextInt(6)) {
                case 0 -> {
                    leave(dog, em);
                    em.getTransaction().rollback();
                    return false;
                }
                case 1 -> {
                    leave(dog, em);
                    em.clear();
                    em.getTransaction().commit();
                    return false;
                }
                case 2 -> em.flush();
                default -> {}
            }
            leave(dog, em);
            em.getTransaction().commit();
            return true;
        } catch (OptimisticLockException e) {
            return false;
        } catch (PersistenceException e) {
            assertThat(e).hasStackTraceContaining("Lock");
            return false;
        } finally {
            if (dog != null) {
                managers.remove(new ByIdentity(dog), em);
            }
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    private void enter(Object entity, EntityManager em) {
        EntityManager other = managers.put(new ByIdentity(entity), em);
        assertThat(other).as("another manager of " + entity).isNull();
    }

    private void leave(Object entity, EntityManager em) {
        assertThat(managers.remove(new ByIdentity(entity), em)).isTrue();
    }

    @Test
    @DisplayName("R6/R10/R17: several threads count in a row without version under a lock: no update is lost")
    void noLostUpdatesUnderLock() throws Exception {
        transact(em -> em.find(Note.class, 1L).setText("0"));
        Together.run(maps, THREADS, thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                transact(em -> {
                    Note note = em.find(Note.class, 1L, LockModeType.PESSIMISTIC_WRITE);
                    note.setText(String.valueOf(Integer.parseInt(note.getText()) + 1));
                });
            }
            return thread;
        });

        assertThat(inDatabase("select cast(text as int) from Note where id = 1"))
                .isEqualTo(THREADS * ROUNDS);
        assertThat(this.<Note>inTransaction(em -> em.find(Note.class, 1L)).getText())
                .isEqualTo(String.valueOf(THREADS * ROUNDS));
    }

    @RepeatedTest(5)
    @DisplayName("D8/R17: threads that read all rows at once get no object twice, and the map has one for each row")
    void readersOnly() throws Exception {
        List<List<Dog>> results = Together.run(
                maps,
                THREADS,
                thread -> read(em -> {
                    List<Dog> dogs = em.createQuery("select d from Dog d order by d.id", Dog.class)
                            .getResultList();
                    for (Dog dog : dogs) {
                        dog.getToys().forEach(toy -> load(toy.getDogs()));
                        assertThat(em.contains(dog)).isTrue();
                    }
                    return dogs;
                }));

        List<Dog> canonical = read(em ->
                em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList());
        assertThat(canonical).allMatch(activation.map()::contains);
        for (int index = 0; index < canonical.size(); index++) {
            int row = index;
            assertThat(results.stream().map(dogs -> dogs.get(row)).filter(activation.map()::contains))
                    .allMatch(dog -> dog == canonical.get(row));
        }
    }

    @Test
    @DisplayName("R17: an end of the map while others read and write neither fails nor leaves anything")
    void endOfTheMap() throws Exception {
        var map = activation.map();
        transact(em -> em.createQuery("update Dog d set d.name = '0'").executeUpdate());
        Together.run(maps, THREADS, thread -> {
            Random random = new Random(thread);
            for (int round = 0; round < ROUNDS; round++) {
                if (thread == 0 && round == ROUNDS / 2) {
                    ((io.github.selfsame.internal.map.ScopedIdentityMap) map).end();
                }
                count(random);
            }
            return thread;
        });

        assertThat(map.isOpen()).isFalse();
        assertThat(map.size()).isZero();
        reopen(io.github.selfsame.IdentityMapOptions.DEFAULTS);
    }

    @Test
    @DisplayName("R8/R20: what one thread commits another reads next, also the other side of an association")
    void handOver() throws Exception {
        Owner ben = read(em -> em.find(Owner.class, 2L));
        load(ben.getDogs());
        for (int round = 0; round < 20; round++) {
            long owner = 1L + round % 2;
            Together.run(maps, 1, thread -> {
                transact(em -> em.find(Dog.class, 1L).setOwner(em.find(Owner.class, owner)));
                return thread;
            });
            transact(
                    em -> assertThat(em.find(Owner.class, 2L).getDogs().stream().anyMatch(dog -> dog.getId() == 1))
                            .isEqualTo(owner == 2));
        }
        assertThat(this.<Owner>read(em -> em.find(Owner.class, 2L))).isSameAs(ben);
    }

    private int inDatabase(String sql) {
        return ((Number) Objects.requireNonNull(
                        read(em -> em.createNativeQuery(sql).getSingleResult())))
                .intValue();
    }
}
