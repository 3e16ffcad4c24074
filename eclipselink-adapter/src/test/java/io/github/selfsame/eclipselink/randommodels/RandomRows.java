package io.github.selfsame.eclipselink.randommodels;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Makes rows of a model, and puts them in touch at random; tells all rows. */
record RandomRows(RandomModel model, Random random) {

    private static final int HUBS = 5;
    private static final int SPOKES = 9;
    private static final int TIPS = 6;

    void make(EntityManager em) {
        List<Hub> hubs = LongStream.rangeClosed(1, HUBS).mapToObj(Hub::new).toList();
        List<Spoke> spokes =
                LongStream.rangeClosed(1, SPOKES).mapToObj(this::spoke).toList();
        List<Tip> tips = LongStream.rangeClosed(1, TIPS).mapToObj(this::tip).toList();
        spokes.forEach(spoke -> link(spoke, hubs, spokes, tips));
        List<Tip> emblems = new ArrayList<>(tips);
        Collections.shuffle(emblems, random);
        for (Hub hub : hubs) {
            hub.setFavorite(random.nextInt(3) == 0 ? null : any(spokes));
            for (int tag = random.nextInt(4); tag > 0; tag--) {
                hub.getTags().add("tag " + random.nextInt(100));
            }
            if (model.hasEmblem() && random.nextInt(3) > 0) {
                hub.setEmblem(emblems.remove(0));
                hub.getEmblem().setWearer(model.hasWearer() ? hub : null);
            }
        }
        tips.forEach(em::persist);
        spokes.forEach(em::persist);
        hubs.forEach(em::persist);
    }

    Spoke spoke(long id) {
        return model.hasLongSpokes() && id % 2 == 0 ? new LongSpoke(id) : new Spoke(id);
    }

    private Tip tip(long number) {
        return model.hasCompositeKey() ? new Tip(1 + number / 2, (int) number % 2) : new Tip(number, 0);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void link(Spoke spoke, List<Hub> hubs, List<Spoke> spokes, List<Tip> tips) {
        for (Hub hub : hubs) {
            if (random.nextInt(hubs.size()) == 0) {
                hub.getSpokes().add(spoke);
                if (model.hasHub()) {
                    spoke.setHub(hub);
                }
                if (model.spokes() != RandomModel.Spokes.MANY_TO_MANY) {
                    break;
                }
            }
        }
        if (model.hasParent() && random.nextInt(3) > 0) {
            spoke.setParent(any(spokes));
            if (model.hasChildren()) {
                spoke.getParent().getChildren().add(spoke);
            }
        }
        if (model.hasTips()) {
            for (Tip tip : tips) {
                if (random.nextInt(3) == 0) {
                    spoke.getTips().add(tip);
                    if (model.hasTipSpokes()) {
                        tip.getSpokes().add(spoke);
                    }
                }
            }
        }
        if (model.hasFirst() && random.nextInt(3) > 0) {
            spoke.setFirst(any(tips));
        }
        if (spoke instanceof LongSpoke longSpoke && random.nextInt(3) > 0) {
            longSpoke.setPatron(any(hubs));
        }
    }

    /** All rows that a context sees. */
    static List<String> in(EntityManager em) {
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
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        StringBuilder text = new StringBuilder(table);
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            text.append(' ')
                                    .append(row.getMetaData().getColumnName(column))
                                    .append('=')
                                    .append(row.getString(column));
                        }
                        rows.add(text.toString());
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Collections.sort(rows);
        return rows;
    }
}
