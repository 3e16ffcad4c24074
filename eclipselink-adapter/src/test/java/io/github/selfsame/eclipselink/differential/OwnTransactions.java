package io.github.selfsame.eclipselink.differential;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Each EntityManager has its own transactions (resource-local). */
final class OwnTransactions implements Demarcation {

    @Override
    public int transaction(int context) {
        return context;
    }

    @Override
    public boolean isActive(int context, EntityManager manager) {
        return manager.getTransaction().isActive();
    }

    @Override
    public void begin(int context, Contexts contexts) {
        contexts.get(context).getTransaction().begin();
    }

    @Override
    public void commit(int context, EntityManager manager) {
        manager.getTransaction().commit();
    }

    @Override
    public void rollback(int context, EntityManager manager) {
        manager.getTransaction().rollback();
    }

    @Override
    public void rollBackAll(Contexts contexts) {
        // closing does that
    }

    @Override
    public boolean endsByClosing() {
        return true;
    }

    @Override
    public void opened(int context, EntityManager manager) {}

    @Override
    public void close(int context, EntityManager manager) {
        try {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        } finally {
            manager.close();
        }
    }

    @Override
    public List<UnitOfWorkImpl> closing(int transaction) {
        return List.of();
    }

    @Override
    public <T, E extends Exception> T within(int context, Work<T, E> work) throws E {
        return work.run();
    }

    @Override
    public Object apart(EntityManagerFactory factory, boolean inTransaction, Function<EntityManager, Object> reading) {
        EntityManager manager = factory.createEntityManager();
        try {
            if (inTransaction) {
                manager.getTransaction().begin();
            }
            Object seen = reading.apply(manager);
            if (inTransaction) {
                manager.getTransaction().commit();
            }
            return seen;
        } finally {
            manager.close();
        }
    }
}
