package io.github.selfsame.eclipselink.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Overlapping transactions on several threads move rows to and fro; the oracle is what a new map reads in the end. */
@Timeout(300)
class OverlappingMovesTest extends KennelTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = Integer.getInteger("selfsame.stress.rounds", 40);

    private final long seed = Long.getLong("selfsame.stress.seed", System.nanoTime());

    @Test
    @DisplayName("R3/R17/R20: what overlapping transactions commit is what the map shows afterwards, on both sides")
    void moves() throws Exception {
        List<Integer> committed = Together.run(maps, THREADS, thread -> {
            Random random = new Random(seed * 31 + thread);
            int moves = 0;
            for (int round = 0; round < ROUNDS; round++) {
                moves += move(random) ? 1 : 0;
            }
            return moves;
        });
        assertThat(committed.stream().mapToInt(Integer::intValue).sum())
                .as("committed, seed %d", seed)
                .isPositive();

        Map<String, String> known = all();
        reopen(IdentityMapOptions.DEFAULTS);
        factory.getCache().evictAll();
        assertThat(known).as("seed %d", seed).isEqualTo(all());
    }

    /** Changes both kinds of associations of one dog; tells whether that was committed. */
    private boolean move(Random random) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            Dog dog = em.find(Dog.class, 1 + random.nextLong(4));
            load(em.find(Owner.class, 1 + random.nextLong(3)).getDogs());
            dog.setOwner(em.find(Owner.class, 1 + random.nextLong(3)));
            Toy toy = em.find(Toy.class, 1 + random.nextLong(5));
            if (dog.getToys().contains(toy)) {
                dog.getToys().remove(toy);
            } else {
                dog.getToys().add(toy);
            }
            dog.setName("n" + random.nextInt(1000));
            if (random.nextInt(5) == 0) {
                em.getTransaction().rollback();
                return false;
            }
            em.getTransaction().commit();
            return true;
        } catch (PersistenceException e) {
            // another transaction was faster, as without the map
            assertThat(e).hasStackTraceContaining("Lock");
            return false;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    /** All entities with what their associations refer to, as a transaction sees them. */
    private Map<String, String> all() {
        return inTransaction(em -> {
            Map<String, String> all = new TreeMap<>();
            em.createQuery("select d from Dog d", Dog.class)
                    .getResultList()
                    .forEach(dog -> all.put(
                            "dog " + dog.getId(),
                            dog.getName() + " " + name(dog.getOwner()) + " " + ids(dog.getToys(), Toy::getId)));
            if (SHARED_CACHE) {
                // it remembers the inverse sides that it had, as without the map
                return all;
            }
            em.createQuery("select o from Owner o", Owner.class)
                    .getResultList()
                    .forEach(owner -> all.put("owner " + owner.getId(), ids(owner.getDogs(), Dog::getId)));
            em.createQuery("select t from Toy t", Toy.class)
                    .getResultList()
                    .forEach(toy -> all.put("toy " + toy.getId(), ids(toy.getDogs(), Dog::getId)));
            return all;
        });
    }

    private static String name(Owner owner) {
        return owner == null ? "-" : owner.getName();
    }

    private static <T> String ids(Collection<T> entities, Function<T, Long> id) {
        return entities.stream().map(id).sorted().toList().toString();
    }
}
