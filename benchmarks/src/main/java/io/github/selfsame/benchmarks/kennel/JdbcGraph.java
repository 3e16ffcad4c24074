package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.benchmarks.kennel.model.Maker;
import io.github.selfsame.benchmarks.kennel.model.Owner;
import io.github.selfsame.benchmarks.kennel.model.Toy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The graph by hand: five statements, a hash map for each type. What nobody can be much faster than. */
final class JdbcGraph implements Work {

    private final Database database;
    private final JdbcKeys keys;

    JdbcGraph(Database database, JdbcKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    private record DogRow(long id, String name, long owner, long favorite) {}

    private record ToyRow(long id, String name, long maker) {}

    @Override
    public long run() {
        try (Connection connection = database.getConnection()) {
            return Walk.graph(dogs(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Dog> dogs(Connection connection) throws SQLException {
        Map<Long, DogRow> rows = new LinkedHashMap<>();
        Set<Long> ownerKeys = new LinkedHashSet<>();
        Set<Long> toyKeys = new LinkedHashSet<>();
        try (var select = connection.prepareStatement(
                        "select id, name, owner_id, favorite_toy_id, version from dog order by id");
                var result = select.executeQuery()) {
            while (result.next()) {
                DogRow row = new DogRow(result.getLong(1), result.getString(2), result.getLong(3), result.getLong(4));
                result.getLong(5);
                rows.put(row.id(), row);
                ownerKeys.add(row.owner());
                if (row.favorite() != 0) {
                    toyKeys.add(row.favorite());
                }
            }
        }
        Map<Long, List<Long>> links = new HashMap<>();
        keys.select(connection, "select dog_id, toy_id from dog_toy where dog_id", rows.keySet(), result -> {
            long toy = result.getLong(2);
            links.computeIfAbsent(result.getLong(1), dog -> new ArrayList<>()).add(toy);
            toyKeys.add(toy);
        });
        Map<Long, Toy> toys = toys(connection, toyKeys);
        Map<Long, Owner> owners = new HashMap<>();
        keys.select(connection, "select id, name, version from owner where id", ownerKeys, result -> {
            owners.put(result.getLong(1), new Owner(result.getLong(1), result.getString(2)));
            result.getLong(3);
        });
        List<Dog> dogs = new ArrayList<>(rows.size());
        rows.values().forEach(row -> {
            Dog dog = new Dog(
                    row.id(), row.name(), Objects.requireNonNull(owners.get(row.owner())), toys.get(row.favorite()));
            links.getOrDefault(row.id(), List.of()).forEach(toy -> dog.getToys().add(toys.get(toy)));
            dogs.add(dog);
        });
        return dogs;
    }

    private Map<Long, Toy> toys(Connection connection, Set<Long> toyKeys) throws SQLException {
        List<ToyRow> rows = new ArrayList<>();
        Set<Long> makerKeys = new LinkedHashSet<>();
        keys.select(connection, "select id, name, maker_id, version from toy where id", toyKeys, result -> {
            rows.add(new ToyRow(result.getLong(1), result.getString(2), result.getLong(3)));
            result.getLong(4);
            makerKeys.add(result.getLong(3));
        });
        Map<Long, Maker> makers = new HashMap<>();
        keys.select(connection, "select id, name, version from maker where id", makerKeys, result -> {
            makers.put(result.getLong(1), new Maker(result.getLong(1), result.getString(2)));
            result.getLong(3);
        });
        Map<Long, Toy> toys = new HashMap<>();
        rows.forEach(row ->
                toys.put(row.id(), new Toy(row.id(), row.name(), Objects.requireNonNull(makers.get(row.maker())))));
        return toys;
    }
}
