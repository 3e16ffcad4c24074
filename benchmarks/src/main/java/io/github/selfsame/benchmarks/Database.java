package io.github.selfsame.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * A pool of connections to a database, which counts statements while somebody wants to know. At other times nothing is
 * in between, so that nothing but the work is measured.
 */
public final class Database implements DataSource, AutoCloseable {

    private final HikariDataSource pool;
    private final DataSource counting;
    private volatile boolean isCounting;

    private Database(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        counting = ProxyDataSourceBuilder.create(pool).countQuery().build();
    }

    /**
     * A new, empty database in memory. It executes each query: by itself it would answer one that comes again, with the
     * same parameters, from the last result, and that is what a benchmark does.
     *
     * @return the database
     */
    public static Database h2() {
        return new Database(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_DELAY=-1", "sa", "");
    }

    /**
     * A schema of the PostgreSQL server that {@link Benchmarks} has started.
     *
     * @param schema the schema's name; it is created if it is not there
     * @return the database
     * @throws SQLException if there is no such server
     */
    public static Database postgresql(String schema) throws SQLException {
        String url = System.getProperty(Benchmarks.POSTGRESQL);
        if (url == null) {
            throw new SQLException("No PostgreSQL was started: run " + Benchmarks.class.getName());
        }
        try (Database all = new Database(url, "postgres", "postgres");
                Connection connection = all.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
        }
        return new Database(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema, "postgres", "postgres");
    }

    /**
     * Counts statements.
     *
     * @param work what to run
     * @return how many statements it has executed on the calling thread
     */
    public long statementsOf(Runnable work) {
        QueryCountHolder.clear();
        isCounting = true;
        try {
            work.run();
        } finally {
            isCounting = false;
        }
        return QueryCountHolder.getGrandTotal().getTotal();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (isCounting ? counting : pool).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        pool.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Database.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
