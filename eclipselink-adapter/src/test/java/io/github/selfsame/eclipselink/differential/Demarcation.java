package io.github.selfsame.eclipselink.differential;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** How the EntityManagers of a program take part in transactions. */
interface Demarcation {

    /** The number of the transaction that an EntityManager takes part in. */
    int transaction(int context);

    boolean isActive(int context, EntityManager manager);

    /** Begins the transaction, for all EntityManagers that take part in it. */
    void begin(int context, Contexts contexts) throws Exception;

    void commit(int context, EntityManager manager) throws Exception;

    void rollback(int context, EntityManager manager);

    /** Rolls back whatever goes on still. */
    void rollBackAll(Contexts contexts);

    /** Whether closing an EntityManager ends its transaction. */
    boolean endsByClosing();

    /** An EntityManager has been opened. */
    void opened(int context, EntityManager manager);

    void close(int context, EntityManager manager);

    /** What was closed before the end of its transaction, and goes on until then: by transaction. */
    List<UnitOfWorkImpl> closing(int transaction);

    /** Does something while the transaction of an EntityManager is that of the thread. */
    <T, E extends Exception> T within(int context, Work<T, E> work) throws E;

    /** Reads in an EntityManager that has nothing to do with those of the program, perhaps in a transaction of its own. */
    Object apart(EntityManagerFactory factory, boolean inTransaction, Function<EntityManager, Object> reading)
            throws Exception;

    /** What is done within a transaction. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
