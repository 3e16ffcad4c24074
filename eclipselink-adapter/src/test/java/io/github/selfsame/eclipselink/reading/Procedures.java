package io.github.selfsame.eclipselink.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Stored procedures of the test's database. */
public final class Procedures {

    private Procedures() {}

    /** The dogs of a name. */
    @SuppressWarnings("resource") // the database reads and closes it
    public static ResultSet dogsNamed(Connection connection, String name) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("select * from Dog where name = ?");
        statement.setString(1, name);
        return statement.executeQuery();
    }
}
