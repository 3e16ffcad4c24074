package io.github.selfsame.eclipselink.prefetch;

import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of all tables as a transaction sees them, keys that a generator gives in it left out. */
final class WrittenRows {

    /** The tables with generated keys by the columns that hold these. */
    private static final Map<String, String> GENERATED = Map.of(
            "INVOICE.ID", "INVOICE",
            "INVOICE.TICKET_ID", "TICKET",
            "INVOICELINE.ID", "INVOICELINE",
            "INVOICELINE.INVOICE_ID", "INVOICE",
            "TICKET.ID", "TICKET");

    /** The rows that were there at the beginning. */
    private final Set<String> old = new HashSet<>();

    WrittenRows(Database database) {
        try (Connection connection = database.plain().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : Set.copyOf(GENERATED.values())) {
                try (ResultSet row = statement.executeQuery("select id from " + table)) {
                    while (row.next()) {
                        old.add(table + row.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> in(EntityManager em) {
        Connection connection = em.unwrap(Connection.class);
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            tables.remove("SEQUENCE");
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        rows.add(describe(table, row));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        rows.sort(null);
        return rows;
    }

    private String describe(String table, ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(table);
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String name = row.getMetaData().getColumnName(column);
            String value = row.getString(column);
            String generated = GENERATED.get(table + "." + name);
            boolean isNew = generated != null && value != null && !old.contains(generated + value);
            text.append(' ').append(name).append('=').append(isNew ? "new" : value);
        }
        return text.toString();
    }
}
