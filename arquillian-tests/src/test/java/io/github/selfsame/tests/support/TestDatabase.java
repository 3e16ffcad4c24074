package io.github.selfsame.tests.support;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The database as it is, seen past the persistence provider. It counts the statements itself.
 *
 * <p>Two authors, 1 and 2. Books 1 to 3 are of author 1, book 4 is of author 2.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@DataSourceDefinition(
        name = TestDatabase.DATA_SOURCE,
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:selfsame;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "",
        minPoolSize = 1,
        maxPoolSize = 10)
public class TestDatabase {

    static final String DATA_SOURCE = "java:app/jdbc/selfsame";

    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;

    @PersistenceUnit(unitName = "library")
    private EntityManagerFactory factory;

    /** Brings the rows back to what they are at first, and the count to zero. */
    public void reset() {
        // Some servers put off the creation of the tables until somebody uses the unit.
        factory.createEntityManager().close();
        execute(
                "DELETE FROM BOOK",
                "DELETE FROM AUTHOR",
                "INSERT INTO AUTHOR (ID, NAME, VERSION) VALUES (1, 'Iris', 1), (2, 'Jean', 1)",
                "INSERT INTO BOOK (ID, TITLE, VERSION, AUTHOR_ID)"
                        + " VALUES (1, 'One', 1, 1), (2, 'Two', 1, 1), (3, 'Three', 1, 1), (4, 'Four', 1, 2)",
                "SET QUERY_STATISTICS FALSE",
                "SET QUERY_STATISTICS TRUE");
    }

    /** An EntityManager that the container does not know. */
    public EntityManager applicationManagedEntityManager() {
        return factory.createEntityManager();
    }

    /** How many statements have read entities since the reset. */
    public long reads() {
        return number("SELECT COALESCE(SUM(EXECUTION_COUNT), 0) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                + " WHERE SQL_STATEMENT LIKE 'SELECT %'"
                + " AND (SQL_STATEMENT LIKE '%BOOK%' OR SQL_STATEMENT LIKE '%AUTHOR%')"
                + " AND SQL_STATEMENT NOT LIKE '%QUERY_STATISTICS%'");
    }

    /** The committed title of a book. */
    public String title(long book) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT TITLE FROM BOOK WHERE ID = " + book)) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes a book behind the persistence provider's back. */
    public void retitle(long book, String title) {
        execute("UPDATE BOOK SET TITLE = '" + title + "', VERSION = VERSION + 1 WHERE ID = " + book);
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
