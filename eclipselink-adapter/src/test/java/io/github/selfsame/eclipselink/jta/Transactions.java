package io.github.selfsame.eclipselink.jta;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import javax.transaction.xa.XAResource;

/** A transaction manager for one database, as small as can be. There is one for the JVM, as on a server. */
public final class Transactions implements TransactionManager {

    public static final Transactions INSTANCE = new Transactions();

    private static final ThreadLocal<Running> RUNNING = new ThreadLocal<>();

    private Transactions() {}

    @Override
    public void begin() throws NotSupportedException {
        if (RUNNING.get() != null) {
            throw new NotSupportedException("nested");
        }
        RUNNING.set(new Running());
    }

    @Override
    public void commit() throws RollbackException {
        Running ending = RUNNING.get();
        try {
            ending.commit();
        } finally {
            RUNNING.remove();
        }
    }

    @Override
    public void rollback() {
        Running ending = RUNNING.get();
        RUNNING.remove();
        ending.end(Status.STATUS_ROLLEDBACK);
    }

    /** As a server does when time is up: the transaction ends on a thread of the server's. */
    void rollbackElsewhere() throws InterruptedException, ExecutionException {
        Running ending = RUNNING.get();
        FutureTask<Void> end = new FutureTask<>(() -> ending.end(Status.STATUS_ROLLEDBACK), null);
        new Thread(end).start();
        end.get();
        RUNNING.remove();
    }

    /** A data source whose connections take part in the transaction of the thread. */
    public DataSource dataSource(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection(source);
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The transaction's connection, or one of its own where there is no transaction. */
    private Connection connection(DataSource source) throws SQLException {
        Running current = RUNNING.get();
        return current == null ? source.getConnection() : current.connection(source);
    }

    @Override
    public int getStatus() {
        Running current = RUNNING.get();
        return current == null ? Status.STATUS_NO_TRANSACTION : current.status;
    }

    @Override
    public Transaction getTransaction() {
        return RUNNING.get();
    }

    @Override
    public void setRollbackOnly() {
        RUNNING.get().setRollbackOnly();
    }

    @Override
    public void setTransactionTimeout(int seconds) {}

    @Override
    public Transaction suspend() {
        Transaction suspended = RUNNING.get();
        RUNNING.remove();
        return suspended;
    }

    @Override
    public void resume(Transaction suspended) {
        RUNNING.set((Running) suspended);
    }

    private static final class Running implements Transaction {

        private final List<Synchronization> synchronizations = new ArrayList<>();
        private Connection connection;
        private volatile int status = Status.STATUS_ACTIVE;

        private Connection connection(DataSource source) throws SQLException {
            if (connection == null) {
                connection = source.getConnection();
                connection.setAutoCommit(false);
            }
            return SharedConnection.of(connection);
        }

        @Override
        public void commit() throws RollbackException {
            try {
                if (status == Status.STATUS_ACTIVE) {
                    for (int index = 0; index < synchronizations.size(); index++) {
                        synchronizations.get(index).beforeCompletion();
                    }
                }
            } catch (RuntimeException e) {
                end(Status.STATUS_ROLLEDBACK);
                RollbackException failure = new RollbackException();
                failure.initCause(e);
                throw failure;
            }
            if (status == Status.STATUS_MARKED_ROLLBACK) {
                end(Status.STATUS_ROLLEDBACK);
                throw new RollbackException();
            }
            end(Status.STATUS_COMMITTED);
        }

        private void end(int how) {
            try {
                if (connection != null) {
                    if (how == Status.STATUS_COMMITTED) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                    connection.close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            status = how;
            synchronizations.forEach(synchronization -> synchronization.afterCompletion(how));
        }

        @Override
        public void rollback() {
            end(Status.STATUS_ROLLEDBACK);
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void registerSynchronization(Synchronization synchronization) {
            synchronizations.add(synchronization);
        }

        @Override
        public boolean enlistResource(XAResource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delistResource(XAResource resource, int flag) {
            throw new UnsupportedOperationException();
        }
    }
}
