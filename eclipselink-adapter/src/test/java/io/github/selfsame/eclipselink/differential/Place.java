package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.jta.Platform;
import io.github.selfsame.eclipselink.jta.Transactions;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Tenants;
import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.persistence.sessions.server.ServerSession;

/** A database with all rows, and a persistence unit on it. */
final class Place implements AutoCloseable {

    private final Database database;
    private final EntityManagerFactory factory;
    private final Tables tables;

    private Place(Database database, EntityManagerFactory factory) {
        this.database = database;
        this.factory = factory;
        FormerRows.makeOld(database);
        database.execute("SET DEFAULT_LOCK_TIMEOUT 1");
        database.execute("create alias rows_of for '" + Procedures.class.getName() + ".rows'");
        this.tables = new Tables(database);
    }

    /**
     * A persistence unit on a database of its own.
     *
     * @param name what tells the session of the unit from others of the same properties
     */
    static Place unit(Map<String, Object> properties, String name) {
        Database database = emptyDatabase();
        return new Place(database, filledUnit(database, properties, name));
    }

    /** A persistence unit whose EntityManagers have to say which tenant they belong to. */
    static Place ofTenants(Map<String, Object> properties, String name) {
        Database database = emptyDatabase();
        EntityManagerFactory factory = unit(database, properties, name, Map.of());
        fill(factory, Tenants.ONE, Model::fill);
        fill(factory, Map.of(Tenants.PROPERTY, Tenants.SECOND), Tenants::fillSecond);
        return new Place(database, factory);
    }

    /** A persistence unit whose EntityManagers take part in transactions of {@link Transactions}. */
    static Place onServer(Map<String, Object> properties, String name) {
        Database database = emptyDatabase();
        filledUnit(database, properties, name).close();
        Map<String, Object> server = new HashMap<>(Tenants.ONE);
        server.put("jakarta.persistence.schema-generation.database.action", "none");
        server.put("jakarta.persistence.transactionType", "JTA");
        server.put("jakarta.persistence.jtaDataSource", Transactions.INSTANCE.dataSource(database.dataSource()));
        server.put("eclipselink.target-server", Platform.class.getName());
        return new Place(database, unit(database, properties, name + "-server", server));
    }

    /** The same unit for connections to another database. */
    Place elsewhere(Map<String, Object> properties, String name) {
        Database other = emptyDatabase();
        filledUnit(other, properties, name).close();
        return new Place(other, factory);
    }

    /** The properties of an EntityManager with a connection to the database. */
    Map<String, Object> connection() {
        return Map.of(
                "jakarta.persistence.nonJtaDataSource",
                database.dataSource(),
                "eclipselink.jdbc.exclusive-connection.mode",
                "Always");
    }

    private static Database emptyDatabase() {
        Database database = new Database();
        FormerRows.createTable(database);
        Tenants.createTables(database);
        return database;
    }

    private static EntityManagerFactory unit(
            Database database, Map<String, Object> properties, String name, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(properties);
        all.merge("eclipselink.session-name", name, (session, suffix) -> session + "-" + suffix);
        all.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
        all.put("eclipselink.descriptor.customizer.Playlist", FormerRows.class.getName());
        all.putAll(more);
        return Persistence.createEntityManagerFactory("model", all);
    }

    private static EntityManagerFactory filledUnit(Database database, Map<String, Object> properties, String name) {
        EntityManagerFactory factory = unit(database, properties, name, Tenants.ONE);
        fill(factory, Map.of(), Model::fill);
        return factory;
    }

    /** Makes rows that each program begins with. */
    private static void fill(
            EntityManagerFactory factory, Map<String, Object> properties, Consumer<EntityManager> filler) {
        EntityManager manager = factory.createEntityManager(properties);
        manager.getTransaction().begin();
        filler.accept(manager);
        manager.getTransaction().commit();
        manager.close();
    }

    /** Goes back to the rows and to the state of the unit that each program begins with. */
    void reset() {
        tables.reset();
        ServerSession session = factory.unwrap(ServerSession.class);
        session.getIdentityMapAccessor().initializeAllIdentityMaps();
        session.getSequencingControl().initializePreallocated();
        database.forget();
    }

    EntityManagerFactory factory() {
        return factory;
    }

    Database database() {
        return database;
    }

    String content() {
        return tables.content();
    }

    @Override
    public void close() {
        if (factory.isOpen()) {
            factory.close();
        }
        database.close();
    }
}
