package io.github.selfsame.eclipselink.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several threads touch the associations of the same free instances, in random order. The system properties {@code
 * selfsame.stress.rounds} and {@code selfsame.stress.seed} make it longer, or do it again.
 */
@Timeout(300)
class FreeInstancesTest extends KennelTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = Integer.getInteger("selfsame.stress.rounds", 40);

    /** What the database says about each of them. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("Rex", "Ann [ball, bone, rope] bone [Boss, Rexy]"),
            Map.entry("Fay", "Ann [bone, ring, rope] bone []"),
            Map.entry("Gus", "Ben [ball] - []"),
            Map.entry("Ida", "- [] - []"),
            Map.entry("Ann", "[Fay, Rex]"),
            Map.entry("Ben", "[Gus]"),
            Map.entry("Cid", "[]"),
            Map.entry("ball", "Acme [Gus, Rex]"),
            Map.entry("bone", "Acme [Fay, Rex]"),
            Map.entry("rope", "Bolt [Fay, Rex]"),
            Map.entry("ring", "Bolt [Fay]"),
            Map.entry("duck", "- []"));

    private final long seed = Long.getLong("selfsame.stress.seed", System.nanoTime());

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = LazyLoading.class,
            names = {"ONE", "PEERS"})
    @DisplayName(
            "R17/D7: threads touch both sides of associations of free instances at once: all is there, one object per row")
    void bothSides(LazyLoading mode) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            reopen(IdentityMapOptions.DEFAULTS.with(mode));
            List<Object> free = all();
            Set<Object> met = touch(free, round);
            assertThat(met).as("round %d of seed %d", round, seed).containsExactlyInAnyOrderElementsOf(free);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = LazyLoading.class,
            names = {"ONE", "PEERS"})
    @DisplayName("R17/R10: the same where what the associations lead to has to be brought up to date meanwhile")
    void outOfDate(LazyLoading mode) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            reopen(IdentityMapOptions.DEFAULTS.with(mode));
            List<Object> free = all();
            factory.getCache().evictAll();
            touch(free, round);
            assertThat(all()).as("round %d of seed %d", round, seed).allMatch(activation.map()::contains);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = LazyLoading.class,
            names = {"ONE", "PEERS"})
    @DisplayName("R17/D8: the same where the map does not have yet what the associations lead to")
    void notReadYet(LazyLoading mode) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            reopen(IdentityMapOptions.DEFAULTS.with(mode));
            touch(read(em -> em.createQuery("select d from Dog d", Object.class).getResultList()), round);
            assertThat(all()).as("round %d of seed %d", round, seed).allMatch(activation.map()::contains);
        }
    }

    private List<Object> all() {
        return read(em -> {
            List<Object> all = new ArrayList<>();
            for (String type : List.of("Dog", "Owner", "Toy")) {
                all.addAll(em.createQuery("select e from " + type + " e", Object.class)
                        .getResultList());
            }
            return all;
        });
    }

    /** Touches all associations on several threads; tells what they have met. */
    private Set<Object> touch(List<Object> free, int round) throws Exception {
        Set<Object> met = new HashSet<>();
        Together.run(maps, THREADS, thread -> {
                    List<Object> order = new ArrayList<>(free);
                    Collections.shuffle(order, new Random(seed * 31 + round * THREADS + thread));
                    Set<Object> here = new HashSet<>(order);
                    for (Object entity : order) {
                        String seen = describe(entity, here);
                        assertThat(seen)
                                .as("%s in round %d of seed %d", nameOf(entity), round, seed)
                                .isEqualTo(EXPECTED.get(nameOf(entity)));
                    }
                    return here;
                })
                .forEach(met::addAll);
        return met;
    }

    private static String describe(Object entity, Set<Object> met) {
        if (entity instanceof Dog dog) {
            return one(dog.getOwner(), met) + " " + many(dog.getToys(), met) + " " + one(dog.getFavoriteToy(), met)
                    + " " + dog.getNicknames().stream().sorted().toList();
        }
        if (entity instanceof Toy toy) {
            return (toy.getMaker() == null ? "-" : toy.getMaker().getName()) + " " + many(toy.getDogs(), met);
        }
        return many(((Owner) entity).getDogs(), met);
    }

    private static String one(Object entity, Set<Object> met) {
        if (entity == null) {
            return "-";
        }
        met.add(entity);
        return nameOf(entity);
    }

    private static String many(Collection<?> entities, Set<Object> met) {
        return entities.stream()
                .map(entity -> one(entity, met))
                .sorted()
                .toList()
                .toString();
    }

    private static String nameOf(Object entity) {
        return entity instanceof Dog dog
                ? dog.getName()
                : entity instanceof Toy toy ? toy.getName() : ((Owner) entity).getName();
    }
}
