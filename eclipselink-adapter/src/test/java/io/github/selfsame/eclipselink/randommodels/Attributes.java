package io.github.selfsame.eclipselink.randommodels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The associations of a model, and what one finds when one walks along them. */
final class Attributes {

    private final List<Attribute> mapped = new ArrayList<>();

    /**
     * An association.
     *
     * @param target the type that it refers to; {@code null} if these are values
     */
    record Attribute(Class<?> owner, String name, Class<?> target, boolean isSorted, Function<Object, Object> get) {}

    Attributes(RandomModel model) {
        boolean isSorted = model.order() == RandomModel.Order.COLUMN;
        add(true, new Attribute(Hub.class, "spokes", Spoke.class, isSorted, hub -> ((Hub) hub).getSpokes()));
        add(true, new Attribute(Hub.class, "favorite", Spoke.class, false, hub -> ((Hub) hub).getFavorite()));
        add(model.hasEmblem(), new Attribute(Hub.class, "emblem", Tip.class, false, hub -> ((Hub) hub).getEmblem()));
        add(true, new Attribute(Hub.class, "tags", null, model.sortsTags(), hub -> ((Hub) hub).getTags()));
        add(model.hasHub(), new Attribute(Spoke.class, "hub", Hub.class, false, spoke -> ((Spoke) spoke).getHub()));
        add(model.hasParent(), new Attribute(Spoke.class, "parent", Spoke.class, false, spoke -> ((Spoke) spoke)
                .getParent()));
        add(model.hasChildren(), new Attribute(Spoke.class, "children", Spoke.class, false, spoke -> ((Spoke) spoke)
                .getChildren()));
        add(model.hasTips(), new Attribute(Spoke.class, "tips", Tip.class, false, spoke -> ((Spoke) spoke).getTips()));
        add(model.hasFirst(), new Attribute(Spoke.class, "first", Tip.class, false, spoke -> ((Spoke) spoke)
                .getFirst()));
        add(
                model.hasLongSpokes(),
                new Attribute(
                        Spoke.class,
                        "patron",
                        Hub.class,
                        false,
                        spoke -> spoke instanceof LongSpoke longSpoke ? longSpoke.getPatron() : null));
        add(model.hasWearer(), new Attribute(Tip.class, "wearer", Hub.class, false, tip -> ((Tip) tip).getWearer()));
        add(model.hasTipSpokes(), new Attribute(Tip.class, "spokes", Spoke.class, false, tip -> ((Tip) tip)
                .getSpokes()));
    }

    private void add(boolean isMapped, Attribute attribute) {
        if (isMapped) {
            mapped.add(attribute);
        }
    }

    /** A path from a type, of some length. */
    List<Attribute> path(Class<?> from, Random random) {
        List<Attribute> path = new ArrayList<>();
        Class<?> type = from;
        for (int length = 1 + random.nextInt(3); length > 0 && type != null; length--) {
            Class<?> owner = type;
            List<Attribute> candidates = mapped.stream()
                    .filter(attribute -> attribute.owner() == owner)
                    .toList();
            if (candidates.isEmpty()) {
                break;
            }
            Attribute next = candidates.get(random.nextInt(candidates.size()));
            path.add(next);
            type = next.target();
        }
        return path;
    }

    static String nameOf(List<Attribute> path) {
        return String.join(".", path.stream().map(Attribute::name).toList());
    }

    /** What one finds along paths from some entities, in words. */
    static List<String> walk(Collection<?> from, List<List<Attribute>> paths) {
        List<String> seen = new ArrayList<>();
        for (Object entity : from) {
            for (List<Attribute> path : paths) {
                seen.add(describe(entity) + "." + nameOf(path) + " = " + walk(entity, path));
            }
        }
        return seen;
    }

    private static String walk(Object entity, List<Attribute> path) {
        if (path.isEmpty() || entity == null) {
            return describe(entity);
        }
        Attribute first = path.get(0);
        List<Attribute> rest = path.subList(1, path.size());
        Object value = first.get().apply(entity);
        if (!(value instanceof Collection<?> collection)) {
            return describe(value) + (rest.isEmpty() ? "" : ">" + walk(value, rest));
        }
        var elements = collection.stream()
                .map(element -> describe(element) + (rest.isEmpty() ? "" : ">" + walk(element, rest)));
        return (first.isSorted() ? elements : elements.sorted()).toList().toString();
    }

    static String describe(Object value) {
        return value instanceof Part part
                ? value.getClass().getSimpleName() + " " + part.key() + " " + part.getName()
                : String.valueOf(value);
    }
}
