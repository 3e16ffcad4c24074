package io.github.selfsame.eclipselink.differential;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Stored procedures of the databases of random programs. */
public final class Procedures {

    private Procedures() {}

    /** All rows of a table. */
    @SuppressWarnings("resource") // the database reads and closes it
    public static ResultSet rows(Connection connection, String table) throws SQLException {
        return connection.createStatement().executeQuery("select * from " + table);
    }
}
