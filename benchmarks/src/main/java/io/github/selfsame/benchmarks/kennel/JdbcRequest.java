package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.benchmarks.kennel.model.Maker;
import io.github.selfsame.benchmarks.kennel.model.Owner;
import io.github.selfsame.benchmarks.kennel.model.Toy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The request by hand: what a program does that knows nothing better than a hash map of its own. */
final class JdbcRequest extends RequestWork {

    private static final Maker UNKNOWN = new Maker(0, "");

    private final Database database;
    private final int dogsPerStatement;

    JdbcRequest(Database database, int dogsPerStatement) {
        this.database = database;
        this.dogsPerStatement = dogsPerStatement;
    }

    @Override
    public long run() {
        Map<Long, Dog> dogs = new HashMap<>();
        Map<Long, Toy> toys = new HashMap<>();
        Map<Long, Owner> owners = new HashMap<>();
        long sum = 0;
        for (int call = 0; call < CALLS; call++) {
            for (int begin = 0; begin < DOGS; begin += dogsPerStatement) {
                List<Long> ids = IDS.subList(begin, begin + dogsPerStatement);
                if (!dogs.containsKey(ids.get(0))) {
                    load(ids, dogs, toys, owners);
                }
                for (Long id : ids) {
                    sum += Walk.card(Objects.requireNonNull(dogs.get(id)));
                }
            }
        }
        return sum;
    }

    private void load(List<Long> ids, Map<Long, Dog> dogs, Map<Long, Toy> toys, Map<Long, Owner> owners) {
        try (Connection connection = database.getConnection()) {
            JdbcKeys.IN_LISTS.select(
                    connection,
                    "select d.id, d.name, d.owner_id, o.name, d.version from dog d join owner o on o.id = d.owner_id"
                            + " where d.id",
                    ids,
                    row -> {
                        String ownerName = row.getString(4);
                        Owner owner = owners.computeIfAbsent(row.getLong(3), id -> new Owner(id, ownerName));
                        dogs.put(row.getLong(1), new Dog(row.getLong(1), row.getString(2), owner, null));
                    });
            JdbcKeys.IN_LISTS.select(
                    connection,
                    "select l.dog_id, t.id, t.name, t.version from dog_toy l join toy t on t.id = l.toy_id"
                            + " where l.dog_id",
                    ids,
                    row -> {
                        String name = row.getString(3);
                        Toy toy = toys.computeIfAbsent(row.getLong(2), id -> new Toy(id, name, UNKNOWN));
                        Objects.requireNonNull(dogs.get(row.getLong(1)))
                                .getToys()
                                .add(toy);
                    });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
