package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data that django-prefetch-utils was measured with: 1,000 dogs, 200 toys, 50 owners, 20 makers, 5 toys a dog. */
class KennelBenchmarkDataTest extends ContractTest {

    private static final int DOGS = 1_000;
    private static final int TOYS = 200;
    private static final int OWNERS = 50;
    private static final int MAKERS = 20;

    KennelBenchmarkDataTest() {
        super("kennel");
    }

    @Override
    protected void fill() {
        database.execute("insert into Maker (id, name, version) select x, 'maker ' || x, 1 from system_range(1, "
                + MAKERS + ")");
        database.execute("insert into Owner (id, name, version) select x, 'owner ' || x, 1 from system_range(1, "
                + OWNERS + ")");
        database.execute("insert into Toy (id, name, version, maker_id) select x, 'toy ' || x, 1, 1 + mod(x, " + MAKERS
                + ") from system_range(1, " + TOYS + ")");
        Random random = new Random(20240601);
        try (Connection connection = database.plain().getConnection();
                PreparedStatement dog = connection.prepareStatement(
                        "insert into Dog (id, name, version, owner_id, favoriteToy_id) values (?, ?, 1, ?, ?)");
                PreparedStatement link =
                        connection.prepareStatement("insert into Dog_Toy (dogs_id, toys_id) values (?, ?)")) {
            List<Long> toys = new ArrayList<>();
            for (long toy = 1; toy <= TOYS; toy++) {
                toys.add(toy);
            }
            for (long id = 1; id <= DOGS; id++) {
                dog.setLong(1, id);
                dog.setString(2, "dog " + id);
                dog.setLong(3, 1 + random.nextInt(OWNERS));
                dog.setObject(4, random.nextInt(10) == 0 ? null : (Object) (1L + random.nextInt(TOYS)));
                dog.addBatch();
                Collections.shuffle(toys, random);
                for (Long toy : toys.subList(0, 5)) {
                    link.setLong(1, id);
                    link.setLong(2, toy);
                    link.addBatch();
                }
            }
            dog.executeBatch();
            link.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    private static List<String> graph(List<Dog> dogs) {
        List<String> graph = new ArrayList<>();
        for (Dog dog : dogs) {
            TreeSet<String> toys = new TreeSet<>();
            dog.getToys().forEach(toy -> toys.add(describe(toy)));
            graph.add(dog.getName() + " of " + dog.getOwner().getName() + " likes " + describe(dog.getFavoriteToy())
                    + " of " + toys);
        }
        return graph;
    }

    private static String describe(Toy toy) {
        return toy == null ? "nothing" : toy.getName() + " by " + toy.getMaker().getName();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"toys.maker,favoriteToy.maker,owner", "owner,favoriteToy.maker,toys.maker"})
    @DisplayName("P3, P5, D1: 4 statements and 1,270 instances in either order, one for each row, and equal graphs")
    void instances(String paths) {
        List<String> expected = readWithoutMap(em -> graph(dogs(em)));
        factory.getCache().evictAll();
        read(em -> {
            database.forget();
            List<Dog> dogs = dogs(em);
            Prefetched prefetched = prefetch(dogs, paths.split(",", -1));
            if (WOVEN) {
                assertThat(database.statements()).hasSize(4);
                assertThat(prefetched.outcome().statements()).isEqualTo(3);
                assertThat(prefetched.outcome().built()).isEqualTo(TOYS + OWNERS + MAKERS);
            }
            assertThat(activation.map().statistics().misses()).isEqualTo(DOGS + TOYS + OWNERS + MAKERS);
            assertThat(activation.map().size()).isEqualTo(DOGS + TOYS + OWNERS + MAKERS);
            assertThat(statements(() -> assertThat(graph(dogs)).isEqualTo(expected)))
                    .isZero();
            return null;
        });
    }
}
