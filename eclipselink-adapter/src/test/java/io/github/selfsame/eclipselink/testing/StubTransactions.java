package io.github.selfsame.eclipselink.testing;

import jakarta.transaction.HeuristicMixedException;
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
import javax.sql.DataSource;
import javax.transaction.xa.XAResource;

/** As much of a transaction manager as EclipseLink needs. Tells of the completion on a thread of its own, as some servers do. */
public final class StubTransactions implements TransactionManager {

    @SuppressWarnings("ThreadLocalUsage") // a transaction belongs to a thread
    private final ThreadLocal<StubTransaction> current = new ThreadLocal<>();

    private final DataSource database;

    public StubTransactions(DataSource database) {
        this.database = database;
    }

    /** A data source whose connections take part in the transaction of the thread. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        return method.invoke(database, arguments);
                    }
                    StubTransaction transaction = current.get();
                    return transaction == null ? database.getConnection() : transaction.enlisted();
                });
    }

    @Override
    public void begin() {
        current.set(new StubTransaction());
    }

    @Override
    public void commit() throws RollbackException, HeuristicMixedException {
        StubTransaction transaction = current.get();
        try {
            transaction.commit();
        } finally {
            current.remove();
        }
    }

    @Override
    public void rollback() {
        StubTransaction transaction = current.get();
        current.remove();
        transaction.rollback();
    }

    @Override
    public int getStatus() {
        StubTransaction transaction = current.get();
        return transaction == null ? Status.STATUS_NO_TRANSACTION : transaction.getStatus();
    }

    @Override
    public Transaction getTransaction() {
        return current.get();
    }

    @Override
    public void setRollbackOnly() {
        current.get().setRollbackOnly();
    }

    @Override
    public void setTransactionTimeout(int seconds) {}

    @Override
    public Transaction suspend() {
        StubTransaction transaction = current.get();
        current.remove();
        return transaction;
    }

    @Override
    public void resume(Transaction transaction) {
        current.set((StubTransaction) transaction);
    }

    private final class StubTransaction implements Transaction {

        private final List<Synchronization> synchronizations = new ArrayList<>();
        private int status = Status.STATUS_ACTIVE;
        private Connection connection;

        Connection enlisted() throws SQLException {
            if (connection == null) {
                connection = database.getConnection();
                connection.setAutoCommit(false);
            }
            Connection target = connection;
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public void commit() throws RollbackException, HeuristicMixedException {
            try {
                List.copyOf(synchronizations).forEach(Synchronization::beforeCompletion);
            } catch (RuntimeException e) {
                rollback();
                throw e;
            }
            if (status == Status.STATUS_MARKED_ROLLBACK) {
                rollback();
                throw new RollbackException("marked for rollback");
            }
            end(true);
        }

        @Override
        public void rollback() {
            end(false);
        }

        private void end(boolean commits) {
            try {
                if (connection != null) {
                    if (commits) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                    connection.close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            status = commits ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
            Thread completion = new Thread(() -> synchronizations.forEach(one -> one.afterCompletion(status)));
            completion.start();
            try {
                completion.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean delistResource(XAResource resource, int flag) {
            return false;
        }

        @Override
        public boolean enlistResource(XAResource resource) {
            return false;
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
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }
    }
}
