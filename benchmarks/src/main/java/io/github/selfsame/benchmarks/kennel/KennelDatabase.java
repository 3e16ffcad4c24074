package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.benchmarks.kennel.model.Toy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Locale;

/** The databases to measure on, and how the kennel gets into them. */
public enum KennelDatabase {
    H2 {
        @Override
        Database connect(Scale scale) {
            return Database.h2();
        }
    },
    POSTGRESQL {
        @Override
        Database connect(Scale scale) throws SQLException {
            return Database.postgresql(scale.name().toLowerCase(Locale.ROOT));
        }
    };

    private static final List<String> TABLES = List.of(
            "create table maker (id bigint primary key, name varchar(255) not null, version bigint not null)",
            "create table toy (id bigint primary key, name varchar(255) not null,"
                    + " maker_id bigint not null references maker, version bigint not null)",
            "create table owner (id bigint primary key, name varchar(255) not null, version bigint not null)",
            "create table dog (id bigint primary key, name varchar(255) not null,"
                    + " owner_id bigint not null references owner, favorite_toy_id bigint references toy,"
                    + " version bigint not null)",
            "create table dog_toy (dog_id bigint not null references dog, toy_id bigint not null references toy,"
                    + " primary key (dog_id, toy_id))");

    abstract Database connect(Scale scale) throws SQLException;

    /** The database with the kennel in it. */
    Database open(Scale scale, KennelData data) throws SQLException {
        Database database = connect(scale);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (!isFilled(connection)) {
                fill(connection, data);
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
        return database;
    }

    private static boolean isFilled(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, "dog", null)) {
            return tables.next();
        }
    }

    private static void fill(Connection connection, KennelData data) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into maker values (?, ?, 1)")) {
            for (var maker : data.makers()) {
                insert.setLong(1, maker.getId());
                insert.setString(2, maker.getName());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into toy values (?, ?, ?, 1)")) {
            for (Toy toy : data.toys()) {
                insert.setLong(1, toy.getId());
                insert.setString(2, toy.getName());
                insert.setLong(3, toy.getMaker().getId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into owner values (?, ?, 1)")) {
            for (var owner : data.owners()) {
                insert.setLong(1, owner.getId());
                insert.setString(2, owner.getName());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into dog values (?, ?, ?, ?, 1)");
                PreparedStatement link = connection.prepareStatement("insert into dog_toy values (?, ?)")) {
            for (Dog dog : data.dogs()) {
                insert.setLong(1, dog.getId());
                insert.setString(2, dog.getName());
                insert.setLong(3, dog.getOwner().getId());
                Toy favorite = dog.getFavoriteToy();
                insert.setObject(4, favorite == null ? null : favorite.getId(), Types.BIGINT);
                insert.addBatch();
                for (Toy toy : dog.getToys()) {
                    link.setLong(1, dog.getId());
                    link.setLong(2, toy.getId());
                    link.addBatch();
                }
            }
            insert.executeBatch();
            link.executeBatch();
        }
    }
}
