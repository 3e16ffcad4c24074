package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.jta.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * The first two EntityManagers take part in one transaction, the third one in another (JTA): what it does comes while the first
 * transaction is suspended. An EntityManager may be closed before its transaction ends, as servers do.
 */
final class JoinedTransactions implements Demarcation {

    private static final int NONE = -1;

    private final Transactions manager = Transactions.INSTANCE;
    private final Transaction[] suspended = new Transaction[2];
    private final List<List<UnitOfWorkImpl>> closing = List.of(new ArrayList<>(), new ArrayList<>());

    /** Which of the two is that of the thread. */
    private int current = NONE;

    @Override
    public int transaction(int context) {
        return context / 2;
    }

    @Override
    public boolean isActive(int context, EntityManager ignored) {
        int transaction = transaction(context);
        return (current == transaction ? manager.getTransaction() : suspended[transaction]) != null;
    }

    @Override
    public void begin(int context, Contexts contexts) throws Exception {
        manager.begin();
        contexts.together(context).forEach(other -> contexts.get(other).joinTransaction());
    }

    @Override
    public void commit(int context, EntityManager ignored) throws Exception {
        try {
            manager.commit();
        } finally {
            closing.get(transaction(context)).clear();
        }
    }

    @Override
    public void rollback(int context, EntityManager ignored) {
        manager.rollback();
        closing.get(transaction(context)).clear();
    }

    @Override
    public void rollBackAll(Contexts contexts) {
        for (int context = 0; context < Contexts.COUNT; context++) {
            int number = context;
            within(context, () -> {
                if (manager.getTransaction() != null) {
                    rollback(number, contexts.get(number));
                }
                return null;
            });
        }
    }

    @Override
    public boolean endsByClosing() {
        return false;
    }

    @Override
    public void opened(int context, EntityManager opened) {
        if (isActive(context, opened)) {
            opened.joinTransaction();
        }
    }

    @Override
    public void close(int context, EntityManager closed) {
        if (isActive(context, closed)) {
            closing.get(transaction(context)).add(closed.unwrap(UnitOfWorkImpl.class));
        }
        closed.close();
    }

    @Override
    public List<UnitOfWorkImpl> closing(int transaction) {
        return closing.get(transaction);
    }

    @Override
    public <T, E extends Exception> T within(int context, Work<T, E> work) throws E {
        int transaction = transaction(context);
        if (current == transaction) {
            return work.run();
        }
        int outer = current;
        Transaction ofOuter = manager.suspend();
        current = transaction;
        manager.resume(suspended[transaction]);
        try {
            return work.run();
        } finally {
            suspended[transaction] = manager.suspend();
            current = outer;
            manager.resume(ofOuter);
        }
    }

    @Override
    public Object apart(EntityManagerFactory factory, boolean inTransaction, Function<EntityManager, Object> reading)
            throws Exception {
        Transaction outer = manager.suspend();
        if (inTransaction) {
            manager.begin();
        }
        try (EntityManager apart = factory.createEntityManager()) {
            Object seen = reading.apply(apart);
            if (inTransaction) {
                manager.commit();
            }
            return seen;
        } finally {
            if (manager.getTransaction() != null) {
                manager.rollback();
            }
            manager.resume(outer);
        }
    }
}
