package io.github.selfsame.eclipselink.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A type of entities, as a random program uses it. */
public final class Kind<T> {

    private final Class<T> type;
    private final Class<?> root;
    private final Function<T, Object> id;
    private final Function<Object, T> create;
    private final List<Object> ids;
    private final List<Property<T>> properties = new ArrayList<>();
    private boolean isBulkSafe;
    private boolean isReadOnly;
    private @Nullable Field tenant;
    private boolean isInTablesOfTenants;

    Kind(Class<T> type, Class<?> root, Function<T, Object> id, Function<Object, T> create, List<Object> ids) {
        this.type = type;
        this.root = root;
        this.id = id;
        this.create = create;
        this.ids = ids;
    }

    Kind<T> value(String name, Function<T, Object> read, BiConsumer<T, Integer> write) {
        properties.add(
                new Property<>(name, null, false, false, read, (entity, way, other) -> write.accept(entity, way)));
        return this;
    }

    Kind<T> lazyValue(String name, Function<T, Object> read, BiConsumer<T, Integer> write) {
        properties.add(
                new Property<>(name, null, true, false, read, (entity, way, other) -> write.accept(entity, way)));
        return this;
    }

    <R> Kind<T> one(String name, Class<R> target, Function<T, R> read, BiConsumer<T, R> write) {
        properties.add(new Property<>(
                name,
                target,
                true,
                false,
                read::apply,
                (entity, way, other) -> write.accept(entity, target.cast(other))));
        return this;
    }

    <R> Kind<T> inverseOne(String name, Class<R> target, Function<T, R> read) {
        properties.add(new Property<>(name, target, true, true, read::apply, (entity, way, other) -> {}));
        return this;
    }

    <R> Kind<T> many(String name, Class<R> target, Function<T, Collection<R>> read) {
        properties.add(new Property<>(
                name,
                target,
                true,
                false,
                read::apply,
                (entity, way, other) -> changeElements(read.apply(entity), way, target.cast(other))));
        return this;
    }

    /** An association whose other side decides; {@code own} makes an element the owner's, or nobody's. */
    <R> Kind<T> inverse(String name, Class<R> target, Function<T, Collection<R>> read, BiConsumer<R, T> own) {
        properties.add(new Property<>(name, target, true, true, read::apply, (entity, way, other) -> {
            Collection<R> elements = read.apply(entity);
            if (way % 3 == 0 && !elements.isEmpty()) {
                R element = first(elements);
                elements.remove(element);
                own.accept(element, null);
            } else if (other != null && !elements.contains(target.cast(other))) {
                own.accept(target.cast(other), entity);
                elements.add(target.cast(other));
            }
        }));
        return this;
    }

    <R> Kind<T> map(
            String name, Class<R> target, Function<T, Map<?, R>> read, boolean isLeftStale, Property.Change<T> change) {
        properties.add(new Property<>(name, target, true, isLeftStale, read::apply, change));
        return this;
    }

    /** A collection that is read at its first use, of values. */
    Kind<T> elements(String name, Function<T, Object> read, BiConsumer<T, Integer> change) {
        return lazyValue(name, read, change);
    }

    /** Rows may be changed in their name past the entities without a change of any association. */
    Kind<T> bulkSafe() {
        isBulkSafe = true;
        return this;
    }

    /** Entities of a class that nobody writes (rule R13). */
    Kind<T> readOnly() {
        isReadOnly = true;
        return this;
    }

    /** Each row belongs to a tenant, and an attribute of that name tells which. */
    Kind<T> ofTenant() {
        try {
            tenant = type.getDeclaredField("tenant");
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(type.getName(), e);
        }
        tenant.setAccessible(true);
        return this;
    }

    static <R> void changeElements(Collection<R> elements, int way, R other) {
        if (way % 7 == 0) {
            elements.clear();
        } else if (way % 3 == 0 && !elements.isEmpty()) {
            elements.remove(first(elements));
        } else if (way % 5 == 0 && elements instanceof List<R> list && list.size() > 1) {
            list.add(list.remove(0));
        } else if (other != null && !elements.contains(other)) {
            elements.add(other);
        }
    }

    /** Always the same one, also of a set of entities, which has no order that another run would have, too. */
    private static <R> R first(Collection<R> elements) {
        return elements instanceof List<R> list
                ? list.get(0)
                : elements.stream().min(Comparator.comparing(Model::describe)).orElseThrow();
    }

    public Class<T> type() {
        return type;
    }

    public Class<?> root() {
        return root;
    }

    public String name() {
        return type.getSimpleName();
    }

    public Object id(Object entity) {
        return id.apply(type.cast(entity));
    }

    /** The keys of the rows that are there at the beginning, and of some that are not. */
    public List<Object> ids() {
        return ids;
    }

    public boolean isGenerated() {
        return create == null;
    }

    public T create(Object key) {
        return create.apply(key);
    }

    public List<Property<T>> properties() {
        return properties;
    }

    /** One of the associations, chosen by a number; {@code null} if there is none. */
    public @Nullable Property<T> association(int way) {
        return pick(property -> true, way);
    }

    /** One of the associations of the entity itself, and not of an embeddable in it; {@code null} if there is none. */
    public @Nullable Property<T> ownAssociation(int way) {
        return pick(property -> !property.name().contains("."), way);
    }

    private @Nullable Property<T> pick(Predicate<Property<T>> condition, int way) {
        List<Property<T>> associations = properties.stream()
                .filter(Property::isAssociation)
                .filter(condition)
                .toList();
        return associations.isEmpty() ? null : associations.get(way % associations.size());
    }

    public boolean isReadOnly() {
        return isReadOnly;
    }

    public boolean isBulkSafe() {
        return isBulkSafe;
    }

    /** Each tenant has a table of its own. */
    Kind<T> inTablesOfTenants() {
        isInTablesOfTenants = true;
        return this;
    }

    /** Whether there is a table with the name and all rows of the kind, and no others. */
    public boolean hasTable() {
        return type == root && !isInTablesOfTenants;
    }

    /** Whether each row belongs to a tenant. */
    public boolean isOfTenant() {
        return tenant != null;
    }

    /**
     * The tenant that the entity's row belongs to; {@code null} if that has not been read. Past the getters, which would read what is
     * missing in an entity that was loaded in part.
     */
    public @Nullable Object tenant(Object entity) {
        try {
            return tenant == null ? null : tenant.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
