package io.github.selfsame.eclipselink.randommodels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One way to map the classes: which attributes there are, who owns an association, where it is stored, how it is sorted and
 * cascades, how types are inherited, versioned and cached.
 */
record RandomModel(
        Spokes spokes,
        Order order,
        String cascade,
        boolean removesOrphans,
        boolean favoriteInTable,
        boolean hasEmblem,
        boolean removesEmblem,
        boolean hasWearer,
        boolean hasParent,
        boolean hasChildren,
        boolean hasTips,
        boolean hasTipSpokes,
        boolean hasFirst,
        boolean sortsTags,
        boolean hasCompositeKey,
        String inheritance,
        List<Boolean> versions,
        List<String> sharing) {

    /** How the spokes of a hub are stored. */
    enum Spokes {
        INVERSE,
        FOREIGN_KEY,
        LINK_TABLE,
        MANY_TO_MANY
    }

    /** How they are sorted. */
    enum Order {
        NONE,
        BY_NAME,
        COLUMN
    }

    static RandomModel of(Random random) {
        boolean hasEmblem = random.nextBoolean();
        boolean hasParent = random.nextBoolean();
        boolean hasTips = random.nextInt(3) > 0;
        String inheritance =
                List.of("", "SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS").get(random.nextInt(4));
        Spokes spokes = Spokes.values()[random.nextInt(Spokes.values().length)];
        Order order = Order.values()[random.nextInt(Order.values().length)];
        if (inheritance.equals("TABLE_PER_CLASS")) {
            // EclipseLink itself does not find such columns in the tables of subclasses, nor does it sort across tables
            spokes = spokes == Spokes.FOREIGN_KEY ? Spokes.LINK_TABLE : spokes;
            order = Order.NONE;
        }
        List<Boolean> versions = new ArrayList<>();
        List<String> sharing = new ArrayList<>();
        for (int type = 0; type < 3; type++) {
            versions.add(random.nextBoolean());
            sharing.add(List.of("", "true", "false").get(random.nextInt(3)));
        }
        return new RandomModel(
                spokes,
                order,
                List.of("", "cascade-persist", "cascade-remove", "cascade-refresh", "cascade-all")
                        .get(random.nextInt(5)),
                spokes != Spokes.MANY_TO_MANY && random.nextInt(3) == 0,
                random.nextInt(3) == 0,
                hasEmblem,
                random.nextInt(3) == 0,
                hasEmblem && random.nextBoolean(),
                hasParent,
                hasParent && random.nextBoolean(),
                hasTips,
                hasTips && random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextBoolean(),
                random.nextBoolean(),
                inheritance,
                versions,
                sharing);
    }

    boolean hasLongSpokes() {
        return !inheritance.isEmpty();
    }

    boolean hasHub() {
        return spokes == Spokes.INVERSE;
    }

    /** Whether the shared cache has a type; those that say nothing are as the cell of the matrix says. */
    Map<String, String> caching() {
        Map<String, String> properties = new HashMap<>();
        List<String> types = List.of("Hub", "Spoke", "Tip", "LongSpoke");
        for (String type : types) {
            String shared = sharing.get(type.equals("LongSpoke") ? 1 : types.indexOf(type));
            if (!shared.isEmpty()) {
                properties.put("eclipselink.cache.shared." + type, shared);
            }
        }
        return properties;
    }

    /** The mapping file; what the annotations say does not count. */
    String orm() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <entity-mappings xmlns="http://www.eclipse.org/eclipselink/xsds/persistence/orm" version="2.5">
                <package>%s</package>
                """
                        .formatted(RandomModel.class.getPackageName())
                + entity("Hub", 0, "", hubAttributes())
                + entity("Spoke", 1, inherited(), spokeAttributes())
                + (hasLongSpokes()
                        ? "<entity class=\"LongSpoke\" access=\"FIELD\" metadata-complete=\"true\"><attributes>"
                                + reference("many-to-one", "patron", "")
                                + "</attributes></entity>\n"
                        : "")
                + entity("Tip", 2, hasCompositeKey ? "<id-class class=\"TipId\"/>" : "", tipAttributes())
                + "</entity-mappings>\n";
    }

    private String entity(String name, int type, String more, String attributes) {
        return "<entity class=\"" + name + "\" access=\"FIELD\" metadata-complete=\"true\">" + more
                + "<attributes>"
                + attributes.replace(
                        "VERSION", versions.get(type) ? "<version name=\"version\"/>" : "<basic name=\"version\"/>")
                + "</attributes></entity>\n";
    }

    private String inherited() {
        return hasLongSpokes() ? "<inheritance strategy=\"" + inheritance + "\"/>" : "";
    }

    private String hubAttributes() {
        String attributes = "<id name=\"id\"/><basic name=\"name\"/>VERSION"
                + reference("many-to-one", "favorite", favoriteInTable ? "<join-table name=\"HUB_FAVORITE\"/>" : "")
                + mappedSpokes();
        if (hasEmblem) {
            attributes += "<one-to-one name=\"emblem\" fetch=\"LAZY\"" + orphans(removesEmblem) + ">"
                    + keyColumns("join-column", "EMBLEM") + "</one-to-one>";
        }
        return attributes
                + "<element-collection name=\"tags\" fetch=\"LAZY\">"
                + (sortsTags ? "<order-column name=\"TAG_INDEX\"/>" : "")
                + "<collection-table name=\"HUB_TAGS\"/></element-collection>"
                + (hasEmblem ? "" : "<transient name=\"emblem\"/>");
    }

    private String mappedSpokes() {
        String sorted =
                switch (order) {
                    case NONE -> "";
                    case BY_NAME -> "<order-by>name</order-by>";
                    case COLUMN -> "<order-column name=\"SPOKE_INDEX\"/>";
                };
        String stored =
                switch (spokes) {
                    case INVERSE -> "";
                    case FOREIGN_KEY -> "<join-column name=\"HOLDER_ID\"/>";
                    case LINK_TABLE, MANY_TO_MANY -> "<join-table name=\"HUB_SPOKES\"/>";
                };
        String kind = spokes == Spokes.MANY_TO_MANY ? "many-to-many" : "one-to-many";
        return "<" + kind + " name=\"spokes\" fetch=\"LAZY\""
                + (spokes == Spokes.INVERSE ? " mapped-by=\"hub\"" : "")
                + orphans(removesOrphans) + ">" + sorted + stored
                + (cascade.isEmpty() ? "" : "<cascade><" + cascade + "/></cascade>")
                + "</" + kind + ">";
    }

    private String spokeAttributes() {
        String attributes = "<id name=\"id\"/><basic name=\"name\"/>VERSION";
        String unmapped = "";
        if (hasHub()) {
            attributes += reference("many-to-one", "hub", "");
        } else {
            unmapped += "<transient name=\"hub\"/>";
        }
        if (hasParent) {
            attributes += reference("many-to-one", "parent", "");
        } else {
            unmapped += "<transient name=\"parent\"/>";
        }
        if (hasFirst) {
            attributes += "<many-to-one name=\"first\" fetch=\"EAGER\">" + keyColumns("join-column", "FIRST")
                    + "</many-to-one>";
        } else {
            unmapped += "<transient name=\"first\"/>";
        }
        if (hasChildren) {
            attributes += "<one-to-many name=\"children\" mapped-by=\"parent\" fetch=\"LAZY\"/>";
        } else {
            unmapped += "<transient name=\"children\"/>";
        }
        if (hasTips) {
            attributes += "<many-to-many name=\"tips\" fetch=\"LAZY\"><join-table name=\"SPOKE_TIPS\">"
                    + "<join-column name=\"SPOKE_ID\"/>" + keyColumns("inverse-join-column", "TIP")
                    + "</join-table></many-to-many>";
        } else {
            unmapped += "<transient name=\"tips\"/>";
        }
        return attributes + unmapped;
    }

    private String tipAttributes() {
        return "<id name=\"id\"/>" + (hasCompositeKey ? "<id name=\"part\"/>" : "<basic name=\"part\"/>")
                + "<basic name=\"name\"/>VERSION"
                + (hasWearer ? "<one-to-one name=\"wearer\" mapped-by=\"emblem\" fetch=\"LAZY\"/>" : "")
                + (hasTipSpokes ? "<many-to-many name=\"spokes\" mapped-by=\"tips\" fetch=\"LAZY\"/>" : "")
                + (hasWearer ? "" : "<transient name=\"wearer\"/>")
                + (hasTipSpokes ? "" : "<transient name=\"spokes\"/>");
    }

    private static String reference(String kind, String name, String stored) {
        return "<" + kind + " name=\"" + name + "\" fetch=\"LAZY\">" + stored + "</" + kind + ">";
    }

    private static String orphans(boolean removes) {
        return removes ? " orphan-removal=\"true\"" : "";
    }

    private String keyColumns(String element, String prefix) {
        String id = "<" + element + " name=\"" + prefix + "_ID\" referenced-column-name=\"ID\"/>";
        return hasCompositeKey
                ? id + "<" + element + " name=\"" + prefix + "_PART\" referenced-column-name=\"PART\"/>"
                : id;
    }
}
