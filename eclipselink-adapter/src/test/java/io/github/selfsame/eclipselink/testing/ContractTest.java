package io.github.selfsame.eclipselink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.internal.prefetch.EclipseLinkAdapter;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.map.MapInvariants;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import io.github.selfsame.internal.prefetch.PrefetchDispatcher;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.prefetch.Prefetched;
import io.github.selfsame.spi.IdentityMapRuntimes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The frame of the contract suite: a persistence unit on an empty database, in the cell of the matrix that the system
 * properties say, with an open identity map.
 */
public abstract class ContractTest {

    /** Whether entities are woven; without weaving a lazy reference to one entity is eager. */
    protected static final boolean WOVEN = Boolean.parseBoolean(System.getProperty("selfsame.test.weaving", "false"));

    protected static final boolean SHARED_CACHE =
            Boolean.parseBoolean(System.getProperty("selfsame.test.shared-cache", "false"));

    private final InvariantListener invariants = new InvariantListener();
    protected final IdentityMapManager maps = new IdentityMapManager(invariants);
    protected final Database database = new Database();
    protected EntityManagerFactory factory;
    protected IdentityMapActivation activation;

    private final String unit;
    private final List<EntityManager> entityManagers = new ArrayList<>();

    protected ContractTest(String unit) {
        this.unit = unit;
    }

    @BeforeEach
    void openUnit() {
        factory = Persistence.createEntityManagerFactory(unit, withDatabase(unitProperties()));
        IdentityMapRuntimes.register(maps.runtime());
        fill();
        factory.getCache().evictAll();
        database.forget();
        activation = maps.open();
    }

    /** The properties of a unit in this cell of the matrix on the test's database, with some more. */
    protected final Map<String, Object> withDatabase(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
        properties.put("jakarta.persistence.schema-generation.database.action", "create");
        properties.put("eclipselink.weaving", Boolean.toString(WOVEN));
        properties.put("eclipselink.cache.shared.default", Boolean.toString(SHARED_CACHE));
        properties.put("eclipselink.logging.level", "WARNING");
        properties.put("eclipselink.target-database", "org.eclipse.persistence.platform.database.H2Platform");
        properties.putAll(more);
        return properties;
    }

    protected Map<String, Object> unitProperties() {
        return Map.of();
    }

    /** Fills the database before the map is opened. */
    protected abstract void fill();

    @AfterEach
    void closeUnit() {
        try {
            assertThat(MapInvariants.violations((ScopedIdentityMap) activation.map()))
                    .as("violations of invariants in the end of the test")
                    .isEmpty();
            entityManagers.stream().filter(EntityManager::isOpen).forEach(manager -> {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
                manager.close();
            });
            assertThat(MapInvariants.violationsAtRest((ScopedIdentityMap) activation.map()))
                    .as("violations of invariants after the end of all persistence contexts")
                    .isEmpty();
            activation.close();
            assertThat(invariants.violations())
                    .as("violations of invariants in any map of the test")
                    .isEmpty();
        } finally {
            IdentityMapRuntimes.unregister(maps.runtime());
            factory.close();
            database.close();
        }
    }

    /** A new EntityManager, closed at the end of the test. */
    protected EntityManager entityManager() {
        return closing(factory.createEntityManager());
    }

    /** An EntityManager that is closed at the end of the test. */
    protected EntityManager closing(EntityManager manager) {
        entityManagers.add(manager);
        return manager;
    }

    /** Runs work in an EntityManager of its own, without a transaction. */
    protected <T> T read(Function<EntityManager, T> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            return work.apply(manager);
        } finally {
            manager.close();
        }
    }

    /** Runs work in an EntityManager of its own that goes around the map: shows what EclipseLink reads without the library. */
    protected <T> T readWithoutMap(Function<EntityManager, T> work) {
        try (IdentityMapActivation bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            return read(work);
        }
    }

    /** Runs work in an EntityManager and a transaction of its own, and commits it. */
    protected <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            manager.getTransaction().begin();
            T result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    protected void transact(Consumer<EntityManager> work) {
        inTransaction(manager -> {
            work.accept(manager);
            return null;
        });
    }

    /** Prefetches as the injected prefetcher does. */
    protected Prefetched prefetch(Collection<?> entities, String... paths) {
        return prefetch(entities, Stream.of(paths).map(Prefetch::of).toArray(Prefetch<?, ?>[]::new));
    }

    protected Prefetched prefetch(Collection<?> entities, Prefetch<?, ?>... prefetches) {
        return new PrefetchDispatcher(() -> List.of(new EclipseLinkAdapter()))
                .prefetch(Objects.requireNonNull(IdentityMapRuntimes.current()), entities, List.of(prefetches));
    }

    protected PrefetchPlan explain(Collection<?> entities, Prefetch<?, ?>... prefetches) {
        return new PrefetchDispatcher(() -> List.of(new EclipseLinkAdapter()))
                .explain(Objects.requireNonNull(IdentityMapRuntimes.current()), entities, List.of(prefetches));
    }

    /** Touches a lazy collection. */
    protected static void load(Collection<?> collection) {
        assertThat(collection).isNotNull();
        assertThat(collection.size()).isNotNegative();
    }

    /** Empties the caches of EclipseLink itself; evicted instances would still be complete there. */
    protected void emptyCaches() {
        factory.unwrap(Session.class).getIdentityMapAccessor().initializeAllIdentityMaps();
    }

    /** Goes on in a new map that behaves as given. */
    protected void reopen(IdentityMapOptions options) {
        activation.close();
        activation = maps.open(options);
    }

    /** How many statements the work takes. */
    protected int statements(Runnable work) {
        database.forget();
        work.run();
        return database.statements().size();
    }
}
