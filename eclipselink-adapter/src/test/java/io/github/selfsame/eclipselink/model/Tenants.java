package io.github.selfsame.eclipselink.model;

import io.github.selfsame.eclipselink.testing.Database;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** The tenants whose rows the model may have: nearly always one only. */
public final class Tenants {

    /** The property of an EntityManager, or of a unit, that says whose rows it sees. */
    public static final String PROPERTY = "eclipselink.tenant-id";

    public static final String FIRST = "A";
    public static final String SECOND = "B";

    /** The properties of a unit that has one tenant. */
    public static final Map<String, Object> ONE = Map.of(PROPERTY, FIRST);

    private Tenants() {}

    /** Makes the tables that each tenant has for itself. */
    public static void createTables(Database database) {
        for (String tenant : List.of(FIRST, SECOND)) {
            database.execute(
                    "create table NUT_" + tenant + " (id bigint primary key, name varchar(255), next_id bigint,"
                            + " tenant varchar(255) default '" + tenant + "')");
            database.execute("create table NUT_GRAINS_" + tenant + " (nut_id bigint, grains varchar(255))");
        }
    }

    /** Makes the rows of the second tenant that each program begins with; some have the keys of the first one's. */
    public static void fillSecond(EntityManager manager) {
        Leaf leaf = new Leaf(4);
        leaf.setName("leaf of B");
        manager.persist(leaf);
        Nut next = null;
        for (long id = 1; id <= 2; id++) {
            Bud bud = new Bud(id);
            bud.setName("bud of B");
            bud.setLeaf(leaf);
            leaf.getBuds().add(bud);
            manager.persist(bud);
            Nut nut = new Nut(id);
            nut.setName("nut of B");
            nut.setNext(next);
            nut.getGrains().add("B" + id);
            manager.persist(nut);
            next = nut;
        }
    }
}
