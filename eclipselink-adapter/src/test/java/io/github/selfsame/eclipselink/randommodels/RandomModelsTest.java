package io.github.selfsame.eclipselink.randommodels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.randommodels.Attributes.Attribute;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.eclipselink.testing.Database;
import io.github.selfsame.prefetch.Prefetch;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random ways to map the same classes, with random rows, paths and changes, against plain lazy loading. The system properties
 * {@code random-models} and {@code random-models.seed} make more of them, or others.
 */
class RandomModelsTest extends ContractTest {

    private static final int MODELS = Integer.getInteger("random-models", 12);
    private static final long SEED = Long.getLong("random-models.seed", 1);
    private static final int RUNS = 6;

    @TempDir
    private Path directory;

    RandomModelsTest() {
        // its annotations say what is woven
        super("randommodels");
    }

    @Override
    protected void fill() {
        // each model has a database of its own
    }

    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private void forEachModel(BiConsumer<World, Random> check) {
        int refused = 0;
        for (long seed = SEED; seed < SEED + MODELS; seed++) {
            Random random = random(seed);
            RandomModel model = RandomModel.of(random);
            if (isRefused(model, seed)) {
                refused++;
                continue;
            }
            try (World world = new World("model " + seed + ": " + model, model, factory(model, seed))) {
                world.transact(em -> new RandomRows(model, random).make(em));
                for (int run = 0; run < RUNS; run++) {
                    check.accept(world, random);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("model " + seed + ": " + model + "\n" + model.orm(), e);
            }
        }
        assertThat(refused).as("models that EclipseLink itself refuses").isLessThanOrEqualTo(MODELS / 4);
    }

    /** Whether EclipseLink can't deploy a model, without the library. */
    private boolean isRefused(RandomModel model, long seed) {
        try (Database rows = new Database()) {
            Map<String, Object> properties = properties(model, seed, rows);
            properties.put("eclipselink.session.customizer", NoCustomizer.class.getName());
            properties.put("eclipselink.session-name", "randommodels-plain-" + seed);
            properties.put("eclipselink.logging.level", "OFF");
            try (EntityManagerFactory plain = Persistence.createEntityManagerFactory("randommodels", properties)) {
                plain.getCache().evictAll();
                return false;
            } catch (PersistenceException e) {
                return true;
            }
        }
    }

    /** Takes the place of the library's. */
    public static final class NoCustomizer implements SessionCustomizer {
        @Override
        public void customize(Session session) {}
    }

    private Store factory(RandomModel model, long seed) {
        Database rows = new Database();
        return new Store(rows, Persistence.createEntityManagerFactory("randommodels", properties(model, seed, rows)));
    }

    private Map<String, Object> properties(RandomModel model, long seed, Database rows) {
        Path file = directory.resolve("orm-" + seed + ".xml");
        try {
            Files.writeString(file, model.orm());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, Object> properties = new HashMap<>(model.caching());
        properties.put("jakarta.persistence.nonJtaDataSource", rows.dataSource());
        properties.put("eclipselink.session-name", "randommodels-" + seed);
        properties.put("eclipselink.metadata-source", "XML");
        properties.put("eclipselink.metadata-source.xml.url", file.toUri().toString());
        return withDatabase(properties);
    }

    private record Store(Database rows, EntityManagerFactory factory) {}

    /** A model, and its rows. */
    private record World(String name, RandomModel model, Store store) implements AutoCloseable {

        Attributes attributes() {
            return new Attributes(model);
        }

        void transact(Consumer<EntityManager> work) {
            EntityManager em = store.factory().createEntityManager();
            try {
                em.getTransaction().begin();
                work.accept(em);
                em.getTransaction().commit();
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                em.close();
            }
        }

        /** How many statements a transaction takes. */
        int statements(Consumer<EntityManager> work) {
            store.factory().getCache().evictAll();
            store.rows().forget();
            transact(work);
            return store.rows().statements().size();
        }

        List<String> written() {
            return store.rows().statements().stream()
                    .filter(statement -> !statement.startsWith("SELECT"))
                    .toList();
        }

        @Override
        public void close() {
            store.factory().close();
            store.rows().close();
        }
    }

    private static List<Hub> hubs(EntityManager em) {
        return em.createQuery("select h from Hub h order by h.id", Hub.class).getResultList();
    }

    @Test
    @DisplayName(
            "P4, P7, P8, P9, P13, C24: random models, rows and trees of paths give what lazy loading gives, prefetched or"
                    + " loaded for peers, in no more statements, and write nothing")
    void pathsOfRandomModels() {
        forEachModel((world, random) -> {
            List<List<Attribute>> paths = new ArrayList<>();
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                paths.add(world.attributes().path(Hub.class, random));
            }
            String what =
                    world.name() + " " + paths.stream().map(Attributes::nameOf).toList();
            List<String> expected = new ArrayList<>();
            int lazily;
            try (IdentityMapActivation bypass = maps.bypass()) {
                assertThat(bypass).isNotNull();
                lazily = world.statements(em -> expected.addAll(Attributes.walk(hubs(em), paths)));
            }
            int most = isCounted(world.model()) ? lazily : Integer.MAX_VALUE;
            reopen(IdentityMapOptions.DEFAULTS);
            int prefetched = world.statements(em -> {
                List<Hub> hubs = hubs(em);
                prefetch(hubs, paths.stream().map(Attributes::nameOf).toArray(String[]::new));
                int before = world.store().rows().statements().size();
                assertThat(Attributes.walk(hubs, paths)).as(what).isEqualTo(expected);
                assertThat(world.store().rows().statements()).as(what).hasSize(before);
            });
            assertThat(prefetched).as(what).isLessThanOrEqualTo(most);
            assertThat(world.written()).as(what).isEmpty();
            reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
            int forPeers = world.statements(
                    em -> assertThat(Attributes.walk(hubs(em), paths)).as(what).isEqualTo(expected));
            assertThat(forPeers).as(what).isLessThanOrEqualTo(most);
            assertThat(world.written()).as(what).isEmpty();
        });
    }

    /**
     * Without weaving EclipseLink reads the targets of eager references one by one, from one table after the other where subclasses
     * have tables of their own; how many statements that takes depends on what it meets first.
     */
    private static boolean isCounted(RandomModel model) {
        return WOVEN || !model.inheritance().equals("TABLE_PER_CLASS");
    }

    @Test
    @DisplayName(
            "P9, P13, C1, C24: random changes of random models show and write the same with plain EclipseLink, with the map, and"
                    + " with peers")
    void changesOfRandomModels() {
        forEachModel((world, random) -> {
            long program = random.nextLong();
            List<String> expected;
            try (IdentityMapActivation bypass = maps.bypass()) {
                assertThat(bypass).isNotNull();
                expected = changes(world, program);
            }
            for (LazyLoading mode : List.of(LazyLoading.ONE, LazyLoading.PEERS)) {
                reopen(IdentityMapOptions.DEFAULTS.with(mode));
                assertThat(changes(world, program))
                        .as("%s, %s, program %d", mode, world.name(), program)
                        .isEqualTo(expected);
            }
        });
    }

    private List<String> changes(World world, long program) {
        List<String> seen = new ArrayList<>();
        world.store().factory().getCache().evictAll();
        EntityManager em = world.store().factory().createEntityManager();
        em.getTransaction().begin();
        try {
            new RandomChanges(world.model(), world.attributes(), new Random(program), em, seen).run();
        } finally {
            em.getTransaction().rollback();
            em.close();
        }
        return seen;
    }

    @Test
    @DisplayName(
            "P7, P9, C15: targets of several classes with a table each all come, by collections and references, with what only a"
                    + " subclass has")
    void tablePerClass() {
        RandomModel model = new RandomModel(
                RandomModel.Spokes.INVERSE,
                RandomModel.Order.NONE,
                "",
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                "TABLE_PER_CLASS",
                List.of(true, true, true),
                List.of("", "", ""));
        try (World world = new World("table per class", model, factory(model, 0))) {
            world.transact(em -> {
                for (long number = 1; number <= 4; number++) {
                    Hub hub = new Hub(number);
                    Spoke spoke = new Spoke(number);
                    LongSpoke longSpoke = new LongSpoke(10 + number);
                    spoke.setHub(hub);
                    longSpoke.setHub(hub);
                    longSpoke.setPatron(hub);
                    hub.getSpokes().addAll(List.of(spoke, longSpoke));
                    hub.setFavorite(number % 2 == 0 ? spoke : longSpoke);
                    List.of(hub, spoke, longSpoke).forEach(em::persist);
                }
            });
            reopen(IdentityMapOptions.DEFAULTS);
            world.transact(em -> {
                List<Hub> hubs = hubs(em);
                world.store().rows().forget();
                var separate = Prefetch.of("spokes").count().as("number");
                var results = prefetch(hubs, Prefetch.of("favorite"), Prefetch.of("spokes.patron"), separate);
                // two tables for the spokes, two for their number; without weaving references have come with the query
                assertThat(world.store().rows().statements()).hasSizeLessThanOrEqualTo(WOVEN ? 6 : 4);
                world.store().rows().forget();
                for (Hub hub : hubs) {
                    assertThat(hub.getSpokes())
                            .extracting(Spoke::getClass)
                            .containsExactlyInAnyOrder(Spoke.class, LongSpoke.class);
                    assertThat(hub.getSpokes()).contains(hub.getFavorite());
                    assertThat(hub.getSpokes())
                            .filteredOn(LongSpoke.class::isInstance)
                            .allMatch(spoke -> ((LongSpoke) spoke).getPatron() == hub);
                    assertThat(results.count(hub, separate)).isEqualTo(2);
                }
                assertThat(world.store().rows().statements()).isEmpty();
            });
        }
    }
}
