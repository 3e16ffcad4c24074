package io.github.selfsame.eclipselink.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A database that fails once: in the middle of a read, of a flush or of a commit. Each call that goes to the database counts,
 * each row that is fetched, and each commit.
 */
public final class Faults {

    private static final Set<String> COUNTED =
            Set.of("executeQuery", "executeUpdate", "execute", "executeBatch", "next", "commit", "prepareStatement");

    private final AtomicInteger remaining = new AtomicInteger(-1);

    /** Lets the call after so many others fail. */
    public void arm(int calls) {
        remaining.set(calls);
    }

    /** Lets no call fail; tells whether one has failed since the last {@link #arm}. */
    public boolean disarm() {
        return remaining.getAndSet(-1) == -1;
    }

    public DataSource around(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (COUNTED.contains(method.getName()) && remaining.getAndUpdate(Faults::countDown) == 0) {
                        throw new SQLException("the database has failed", "58000");
                    }
                    return wrap(call(target, method, arguments));
                }));
    }

    private static int countDown(int calls) {
        return calls < 0 ? calls : calls - 1;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object wrap(Object result) {
        if (result instanceof Connection) {
            return proxy(Connection.class, result);
        }
        if (result instanceof PreparedStatement) {
            return proxy(PreparedStatement.class, result);
        }
        if (result instanceof Statement) {
            return proxy(Statement.class, result);
        }
        return result instanceof ResultSet ? proxy(ResultSet.class, result) : result;
    }
}
