package io.github.selfsame.eclipselink.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.function.Consumer;

/** Contract tests on the model of all kinds of mappings. */
public abstract class ModelTest extends ContractTest {

    protected ModelTest() {
        super("model");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Tenants.ONE;
    }

    @Override
    protected void fill() {
        Tenants.createTables(database);
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Model.fill(manager);
        manager.getTransaction().commit();
        manager.close();
    }

    /** Reads first in a context of its own, and then takes no more statements in another one than without the map. */
    protected void assertNoMoreStatements(Consumer<EntityManager> before, Consumer<EntityManager> work) {
        assertNoMoreStatements(IdentityMapOptions.DEFAULTS, before, work);
    }

    /** The same in a map that behaves as given. */
    protected void assertNoMoreStatements(
            IdentityMapOptions options, Consumer<EntityManager> before, Consumer<EntityManager> work) {
        int[] counts = statements(options, before, work);
        assertThat(counts[1]).isLessThanOrEqualTo(counts[0]);
    }

    /** The same number of statements, since there is nothing to spare. */
    protected void assertSameStatements(Consumer<EntityManager> work) {
        int[] counts = statements(IdentityMapOptions.DEFAULTS, em -> {}, work);
        assertThat(counts[1]).isEqualTo(counts[0]).isPositive();
    }

    /** The numbers of statements without the map and with it. */
    private int[] statements(IdentityMapOptions options, Consumer<EntityManager> before, Consumer<EntityManager> work) {
        int plain;
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            plain = count(before, work);
        }
        emptyCaches();
        reopen(options);
        int mapped = count(before, work);
        reopen(IdentityMapOptions.DEFAULTS);
        emptyCaches();
        return new int[] {plain, mapped};
    }

    private int count(Consumer<EntityManager> before, Consumer<EntityManager> work) {
        database.forget();
        run(before);
        run(work);
        return database.statements().size();
    }

    private void run(Consumer<EntityManager> work) {
        read(em -> {
            work.accept(em);
            return null;
        });
    }

    /** Does work in a transaction that is rolled back. */
    protected static void inTransactionOf(EntityManager em, Runnable work) {
        em.getTransaction().begin();
        try {
            work.run();
        } finally {
            em.getTransaction().rollback();
        }
    }
}
