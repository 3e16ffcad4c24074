package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.sessions.server.ServerSession;

/** A database with all rows, and how to get EntityManagers on it. */
final class Place implements AutoCloseable {

    private final Database database;
    private final EntityManagerFactory factory;
    private final Map<String, Object> ofManagers;
    private final Tables tables;

    private Place(Database database, EntityManagerFactory factory, Map<String, Object> ofManagers) {
        this.database = database;
        this.factory = factory;
        this.ofManagers = ofManagers;
        this.tables = new Tables(database);
    }

    /**
     * A persistence unit on a database of its own.
     *
     * @param name what tells the session of the unit from others of the same properties
     */
    static Place unit(Map<String, Object> properties, String name) {
        Database database = new Database();
        return new Place(database, fill(database, properties, name), Map.of());
    }

    /** EntityManagers of the same unit with connections to another database. */
    Place elsewhere(Map<String, Object> properties, String name) {
        Database database = new Database();
        fill(database, properties, name).close();
        Map<String, Object> connection = Map.of(
                "jakarta.persistence.nonJtaDataSource",
                database.dataSource(),
                "eclipselink.jdbc.exclusive-connection.mode",
                "Always");
        return new Place(database, factory, connection);
    }

    /** Makes the rows that each program begins with. */
    private static EntityManagerFactory fill(Database database, Map<String, Object> properties, String name) {
        Map<String, Object> all = new HashMap<>(properties);
        all.merge("eclipselink.session-name", name, (session, suffix) -> session + "-" + suffix);
        all.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
        all.put("eclipselink.descriptor.customizer.Playlist", FormerRows.class.getName());
        FormerRows.createTable(database);
        EntityManagerFactory factory = Persistence.createEntityManagerFactory("model", all);
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Model.fill(manager);
        manager.getTransaction().commit();
        manager.close();
        FormerRows.makeOld(database);
        database.execute("SET DEFAULT_LOCK_TIMEOUT 1");
        database.execute("create alias rows_of for '" + Procedures.class.getName() + ".rows'");
        return factory;
    }

    /** Goes back to the rows and to the state of the unit that each program begins with. */
    void reset() {
        tables.reset();
        ServerSession session = factory.unwrap(ServerSession.class);
        session.getIdentityMapAccessor().initializeAllIdentityMaps();
        session.getSequencingControl().initializePreallocated();
        database.forget();
    }

    EntityManager open() {
        return factory.createEntityManager(ofManagers);
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
