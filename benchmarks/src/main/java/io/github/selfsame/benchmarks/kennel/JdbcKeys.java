package io.github.selfsame.benchmarks.kennel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Forms in which a statement takes many keys. */
enum JdbcKeys {

    /** One array for all keys. */
    ARRAY {
        @Override
        void select(Connection connection, String select, Collection<Long> keys, RowReader reader) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(select + " = any (?)")) {
                statement.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
                read(statement, reader);
            }
        }
    },

    /** Lists of a thousand parameters. */
    IN_LISTS {
        @Override
        void select(Connection connection, String select, Collection<Long> keys, RowReader reader) throws SQLException {
            List<Long> all = new ArrayList<>(keys);
            for (int begin = 0; begin < all.size(); begin += CHUNK) {
                List<Long> chunk = all.subList(begin, Math.min(begin + CHUNK, all.size()));
                String marks = String.join(", ", Collections.nCopies(chunk.size(), "?"));
                try (PreparedStatement statement = connection.prepareStatement(select + " in (" + marks + ")")) {
                    for (int index = 0; index < chunk.size(); index++) {
                        statement.setLong(index + 1, chunk.get(index));
                    }
                    read(statement, reader);
                }
            }
        }
    };

    private static final int CHUNK = 1_000;

    /** What to do with a row. */
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    /** Executes a statement that ends with the column that is to have one of the keys. */
    abstract void select(Connection connection, String select, Collection<Long> keys, RowReader reader)
            throws SQLException;

    private static void read(PreparedStatement statement, RowReader reader) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                reader.read(result);
            }
        }
    }
}
