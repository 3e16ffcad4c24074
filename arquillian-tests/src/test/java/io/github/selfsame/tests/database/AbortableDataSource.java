package io.github.selfsame.tests.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 for a server that aborts the connections of a transaction that has run into its timeout, and relies on that: H2's own
 * {@code Connection.abort} does nothing, and the database would keep the locks of the transaction for ever.
 */
public final class AbortableDataSource implements XADataSource {

    private final JdbcDataSource h2 = new JdbcDataSource();

    public String getUrl() {
        return h2.getUrl();
    }

    public void setUrl(String url) {
        h2.setUrl(url);
    }

    public String getUser() {
        return h2.getUser();
    }

    public void setUser(String user) {
        h2.setUser(user);
    }

    public void setPassword(String password) {
        h2.setPassword(password);
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
        return abortable(h2.getXAConnection());
    }

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return abortable(h2.getXAConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() {
        return h2.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        h2.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        h2.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return h2.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.h2");
    }

    private static XAConnection abortable(XAConnection physical) {
        return (XAConnection) Proxy.newProxyInstance(
                AbortableDataSource.class.getClassLoader(),
                new Class<?>[] {XAConnection.class},
                (proxy, method, arguments) -> {
                    Object result = call(() -> method.invoke(physical, arguments));
                    return result instanceof Connection connection ? abortable(connection, physical) : result;
                });
    }

    private static Connection abortable(Connection connection, XAConnection physical) {
        return (Connection) Proxy.newProxyInstance(
                AbortableDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("abort")) {
                        // rolls back, and ends the session in the database
                        physical.close();
                        return null;
                    }
                    return call(() -> method.invoke(connection, arguments));
                });
    }

    private static Object call(Invocation invocation) throws Throwable {
        try {
            return invocation.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Invocation {

        Object run() throws ReflectiveOperationException;
    }
}
