package io.github.selfsame.eclipselink.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the database calls by name. */
public final class Procedures {

    private Procedures() {}

    /** Writes, and gives nothing. */
    public static void renameDog(Connection connection, long id, String name) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update Dog set name = ? where id = ?")) {
            update.setString(1, name);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }
}
