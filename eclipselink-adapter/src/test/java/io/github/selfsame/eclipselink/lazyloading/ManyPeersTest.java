package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManyPeersTest extends ContractTest {

    private static final int MOST = 2_001;

    ManyPeersTest() {
        super("kennel");
    }

    @Override
    protected void fill() {
        database.execute("insert into Owner (id, name, version) select x, 'owner ' || x, 1 from system_range(1, 10)");
        database.execute("insert into Toy (id, name, version) select x, 'toy ' || x, 1 from system_range(1, 10)");
        database.execute("insert into Dog (id, name, version, owner_id) select x, 'dog ' || x, 1, 1 + mod(x, 10)"
                + " from system_range(1, " + MOST + ")");
        database.execute("insert into Dog_Toy (dogs_id, toys_id) select x, 1 + mod(x, 10) from system_range(1, " + MOST
                + ") where mod(x, 3) > 0");
    }

    @BeforeEach
    void loadPeers() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
    }

    private static List<Dog> dogs(EntityManager em, int size) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class)
                .setMaxResults(size)
                .getResultList();
    }

    private static int toysOf(Dog dog) {
        return dog.getId() % 3 > 0 ? 1 : 0;
    }

    @ParameterizedTest(name = "{0} peers: {1} statements")
    @CsvSource({"1, 1", "2, 1", "999, 1", "1000, 1", "1001, 2", "2001, 3"})
    @DisplayName("P13/P10/C7: as many load together as one statement takes, in whatever order they are touched")
    void chunks(int size, int statements) {
        Random random = new Random(size);
        read(em -> {
            List<Dog> dogs = new ArrayList<>(dogs(em, size));
            java.util.Collections.shuffle(dogs, random);
            assertThat(statements(() -> load(dogs.get(0).getToys()))).isEqualTo(1);
            assertThat(statements(
                            () -> dogs.forEach(dog -> assertThat(dog.getToys()).hasSize(toysOf(dog)))))
                    .isEqualTo(statements - 1);
            return null;
        });
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @DisplayName("P13/R17: several threads may touch free peers at once; each sees all of its targets")
    void threads() throws Exception {
        int count = 4;
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            for (int round = 0; round < 20; round++) {
                reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
                List<Dog> dogs = read(em -> dogs(em, 40));
                CyclicBarrier start = new CyclicBarrier(count);
                List<Future<List<Integer>>> results = new ArrayList<>();
                for (int thread = 0; thread < count; thread++) {
                    int first = thread;
                    Callable<List<Integer>> work = () -> {
                        start.await();
                        // an entity belongs to one thread; its peers to the others
                        return IntStream.range(0, dogs.size())
                                .filter(index -> index % count == first)
                                .map(index -> dogs.get(index).getToys().size() - toysOf(dogs.get(index)))
                                .boxed()
                                .toList();
                    };
                    results.add(threads.submit(work));
                }
                for (Future<List<Integer>> result : results) {
                    assertThat(result.get()).containsOnly(0);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
