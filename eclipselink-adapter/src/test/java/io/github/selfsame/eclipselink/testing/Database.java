package io.github.selfsame.eclipselink.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.h2.jdbcx.JdbcDataSource;

/** An empty H2 database in memory whose data source counts the statements that go through it. */
public final class Database implements AutoCloseable {

    private final JdbcDataSource plain = new JdbcDataSource();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final DataSource counting;

    public Database() {
        plain.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=LEGACY");
        plain.setUser("sa");
        plain.setPassword("");
        counting = ProxyDataSourceBuilder.create(plain)
                .afterQuery((execution, queries) ->
                        queries.stream().map(QueryInfo::getQuery).forEach(statements::add))
                .build();
    }

    public DataSource dataSource() {
        return counting;
    }

    /** The same database past the count. */
    public DataSource plain() {
        return plain;
    }

    /** The statements since the last {@link #forget()}. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    public void forget() {
        statements.clear();
    }

    /** Executes a statement past the persistence provider and past the count. */
    public void execute(String sql) {
        try (Connection connection = plain.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        execute("SHUTDOWN");
    }
}
