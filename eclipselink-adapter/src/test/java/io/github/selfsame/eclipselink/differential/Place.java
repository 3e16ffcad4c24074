package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.sessions.server.ServerSession;

/** A database with a persistence unit on it. */
final class Place implements AutoCloseable {

    private final Database database = new Database();
    private final EntityManagerFactory factory;
    private final Tables tables;

    /**
     * Makes the rows that each program begins with.
     *
     * @param name what tells the session of the unit from others of the same properties
     */
    Place(Map<String, Object> properties, String name) {
        Map<String, Object> all = new HashMap<>(properties);
        all.merge("eclipselink.session-name", name, (session, suffix) -> session + "-" + suffix);
        all.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
        all.put("eclipselink.descriptor.customizer.Playlist", FormerRows.class.getName());
        FormerRows.createTable(database);
        factory = Persistence.createEntityManagerFactory("model", all);
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Model.fill(manager);
        manager.getTransaction().commit();
        manager.close();
        FormerRows.makeOld(database);
        database.execute("SET DEFAULT_LOCK_TIMEOUT 1");
        database.execute("create alias rows_of for '" + Procedures.class.getName() + ".rows'");
        tables = new Tables(database);
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
        factory.close();
        database.close();
    }
}
