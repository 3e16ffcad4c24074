package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.testing.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** All tables of a database: what is in them, and how to get back what was there at the beginning. */
final class Tables implements AutoCloseable {

    private final Connection connection;
    private final Set<String> names = new TreeSet<>();

    /** Those that a statement may have written to since the last reset. */
    private final Set<String> written = new ConcurrentSkipListSet<>();

    private volatile boolean isTouched;

    Tables(Database database) {
        try {
            connection = database.plain().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        query(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name",
                row -> names.add(row.getString(1)));
        execute("create schema seed");
        names.forEach(name -> execute("create table seed." + name + " as select * from public." + name));
        database.observe(this::executed);
    }

    private void executed(String sql) {
        String upper = sql.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("SELECT")) {
            isTouched = true;
            Arrays.stream(upper.split("\\W+", -1)).filter(names::contains).forEach(written::add);
        }
    }

    void reset() {
        // a change of the schema makes the database compile every statement again
        if (isTouched) {
            execute(written.stream()
                    .map(name -> "delete from public." + name + ";insert into public." + name + " select * from seed."
                            + name + ";")
                    .collect(Collectors.joining(
                            "",
                            "alter table public.ticket alter column id restart with 100;"
                                    + "alter sequence public.invoice_seq restart with 100;"
                                    + "set referential_integrity false;",
                            "set referential_integrity true")));
            written.clear();
            isTouched = false;
        }
    }

    /** The tables that may be different from what they were at the beginning. */
    Collection<String> written() {
        return List.copyOf(written);
    }

    /** Every row of some tables. */
    String content(Collection<String> tables) {
        StringBuilder content = new StringBuilder();
        for (String name : tables) {
            List<String> rows = new ArrayList<>();
            query("select * from public." + name, row -> {
                StringBuilder line = new StringBuilder(name);
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    line.append(' ')
                            .append(row.getMetaData().getColumnName(column))
                            .append('=')
                            .append(row.getString(column));
                }
                rows.add(line.toString());
            });
            rows.stream().sorted().forEach(row -> content.append(row).append('\n'));
        }
        return content.toString();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
