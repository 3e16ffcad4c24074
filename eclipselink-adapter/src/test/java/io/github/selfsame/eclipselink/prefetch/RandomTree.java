package io.github.selfsame.eclipselink.prefetch;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What one tree is prefetched for, and how. */
record RandomTree(Kind<?> root, List<List<String>> paths, boolean inTransaction, boolean afterwards, int touched) {

    static final Set<String> ELEMENTS = Set.of("tags", "traits", "phones");

    static RandomTree of(Random random) {
        List<Kind<?>> kinds = Model.kinds();
        Kind<?> root;
        List<List<String>> paths = new ArrayList<>();
        do {
            root = kinds.get(random.nextInt(kinds.size()));
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                List<String> path = path(root, random);
                if (!path.isEmpty()) {
                    paths.add(path);
                }
            }
        } while (paths.isEmpty());
        return new RandomTree(root, paths, random.nextBoolean(), random.nextInt(4) == 0, random.nextInt(4));
    }

    private static List<String> path(Kind<?> root, Random random) {
        List<String> path = new ArrayList<>();
        Kind<?> kind = root;
        for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
            List<? extends Property<?>> loadable = loadable(kind);
            if (loadable.isEmpty()) {
                break;
            }
            Property<?> property = loadable.get(random.nextInt(loadable.size()));
            path.add(property.name());
            if (!property.isAssociation()) {
                break;
            }
            List<Kind<?>> targets = Model.kindsOf(property.target());
            kind = targets.get(random.nextInt(targets.size()));
        }
        return path;
    }

    String[] names() {
        return paths.stream().map(path -> String.join(".", path)).toArray(String[]::new);
    }

    RandomTree without(int path) {
        List<List<String>> fewer = new ArrayList<>(paths);
        fewer.remove(path);
        return new RandomTree(root, fewer, inTransaction, afterwards, touched);
    }

    @Override
    public String toString() {
        return root.name() + " " + List.of(names()) + (inTransaction ? " in a transaction" : "")
                + (afterwards ? " afterwards" : "") + ", " + touched + " touched";
    }

    private static List<? extends Property<?>> loadable(Kind<?> kind) {
        return kind.properties().stream()
                .filter(property -> property.isAssociation() || ELEMENTS.contains(property.name()))
                .toList();
    }

    /** The same in every run, as other hash codes are not. */
    int hashCodeOfText() {
        return toString().hashCode();
    }

    /** The names of attributes that can be loaded of whatever an association refers to. */
    static List<String> below(Property<?> association) {
        return Model.kindsOf(association.target()).stream()
                .flatMap(kind -> loadable(kind).stream())
                .map(Property::name)
                .distinct()
                .toList();
    }

    List<Object> roots(EntityManager em) {
        List<Object> roots = new ArrayList<>(em.createQuery("select e from " + root.name() + " e", Object.class)
                .getResultList());
        roots.sort((one, other) -> Model.describe(one).compareTo(Model.describe(other)));
        return roots;
    }

    static List<String> walk(List<Object> roots, List<List<String>> paths) {
        List<String> seen = new ArrayList<>();
        for (List<String> path : paths) {
            for (Object root : roots) {
                walk(root, path, seen);
            }
        }
        return seen;
    }

    private static void walk(Object entity, List<String> path, List<String> seen) {
        if (path.isEmpty()) {
            return;
        }
        for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
            if (property.name().equals(path.get(0))) {
                Object value = property.read().apply(entity);
                seen.add(Model.describe(entity) + "." + path.get(0) + "=" + Model.describe(value));
                Collection<?> targets = value instanceof Map<?, ?> map
                        ? map.values()
                        : value instanceof Collection<?> collection
                                ? collection
                                : value == null ? List.of() : List.of(value);
                targets.stream()
                        .filter(Model::isEntity)
                        .sorted((one, other) -> Model.describe(one).compareTo(Model.describe(other)))
                        .forEach(target -> walk(target, path.subList(1, path.size()), seen));
            }
        }
    }

    /** Some roots have some of it loaded before. */
    void touch(List<Object> roots) {
        for (int index = 0; index < Math.min(touched, roots.size()); index++) {
            List<String> path = paths.get(index % paths.size());
            walk(List.of(roots.get(index)), List.of(path.subList(0, 1 + index % path.size())));
        }
    }
}
