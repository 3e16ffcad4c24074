package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.testing.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All tables of a database: what is in them, and how to get back what was there at the beginning. */
final class Tables {

    private final Database database;
    private final List<String> names = new ArrayList<>();
    private final String reset;

    Tables(Database database) {
        this.database = database;
        query(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name",
                row -> names.add(row.getString(1)));
        database.execute("create schema seed");
        StringBuilder script = new StringBuilder("set referential_integrity false;");
        for (String name : names) {
            // in an order that does not hang on identity hash codes: what is joined comes as it was inserted
            database.execute(
                    "create table seed." + name + " as select * from public." + name + " order by " + columns(name));
            script.append("delete from public.").append(name).append(';');
            script.append("insert into public.")
                    .append(name)
                    .append(" select * from seed.")
                    .append(name)
                    .append(';');
        }
        script.append("alter table public.ticket alter column id restart with 100;");
        script.append("alter sequence public.invoice_seq restart with 100;");
        reset = script.append("set referential_integrity true").toString();
    }

    /** The numbers of all columns of a table. */
    private String columns(String table) {
        List<String> numbers = new ArrayList<>();
        query(
                "select ordinal_position from information_schema.columns where table_schema = 'PUBLIC' and table_name = '"
                        + table + "' order by 1",
                row -> numbers.add(row.getString(1)));
        return String.join(", ", numbers);
    }

    void reset() {
        database.execute(reset);
    }

    /** Every row of every table. */
    String content() {
        StringBuilder content = new StringBuilder();
        for (String name : names) {
            List<String> rows = new ArrayList<>();
            query("select * from public." + name, row -> {
                StringBuilder line = new StringBuilder(name);
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    String title = row.getMetaData().getColumnName(column);
                    line.append(' ').append(title).append('=').append(comparable(title, row.getString(column)));
                }
                rows.add(line.toString());
            });
            rows.stream().sorted().forEach(row -> content.append(row).append('\n'));
        }
        return content.toString();
    }

    /** Of the times in former rows only whether there is one is the same each time. */
    private static String comparable(String title, String value) {
        return value != null && (title.equals("BEGINS") || title.equals("ENDS")) ? "some time" : value;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) {
        try (Connection connection = database.plain().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
