package io.github.selfsame.internal.query;

import static io.github.selfsame.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.spi.Nearest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A look-up of one entity by the values of some of its attributes. */
final class AttributeLookup<T> {

    private final EntityManager entityManager;
    private final Class<T> entityType;
    private final EntityType<T> model;
    private final Map<String, ?> attributes;

    AttributeLookup(EntityManager entityManager, Class<T> entityType, Map<String, ?> attributes) {
        this.entityManager = entityManager;
        this.entityType = entityType;
        this.model = entityManager.getMetamodel().entity(entityType);
        this.attributes = attributes;
        if (attributes.isEmpty()) {
            throw MESSAGES.noAttributes(entityType.getName());
        }
    }

    /** Whether the id alone is asked for, in the type that {@code find} takes. */
    boolean isById() {
        if (attributes.size() > 1 || !model.hasSingleIdAttribute()) {
            return false;
        }
        Map.Entry<String, ?> only = attributes.entrySet().iterator().next();
        Attribute<?, ?> attribute =
                only.getKey().contains(".") ? null : find(model, only.getKey()).orElse(null);
        return attribute instanceof SingularAttribute<?, ?> singular
                && singular.isId()
                && isOfType(singular.getType(), only.getValue());
    }

    @Nullable T find() {
        return entityManager.find(entityType, attributes.values().iterator().next());
    }

    TypedQuery<T> query() {
        CriteriaBuilder builder = entityManager.getCriteriaBuilder();
        CriteriaQuery<T> criteria = builder.createQuery(entityType);
        Root<T> root = criteria.from(model);
        List<Predicate> conditions = new ArrayList<>(attributes.size());
        attributes.forEach((path, value) -> {
            Path<Object> attribute = resolve(root, path, value);
            conditions.add(value == null ? builder.isNull(attribute) : builder.equal(attribute, value));
        });
        return entityManager.createQuery(criteria.select(root).where(conditions.toArray(new Predicate[0])));
    }

    private Path<Object> resolve(Root<T> root, String path, @Nullable Object value) {
        Path<?> reached = root;
        Type<?> type = model;
        for (String name : path.split("\\.", -1)) {
            SingularAttribute<?, ?> attribute = attribute(path, type, name);
            reached = reached.get(name);
            type = attribute.getType();
        }
        if (value != null && type instanceof ManagedType<?> && !isOfType(type, value)) {
            throw MESSAGES.wrongType(
                    entityType.getName(),
                    path,
                    type.getJavaType().getName(),
                    value.getClass().getName());
        }
        @SuppressWarnings("unchecked")
        Path<Object> result = (Path<Object>) reached;
        return result;
    }

    private SingularAttribute<?, ?> attribute(String path, Type<?> owner, String name) {
        if (!(owner instanceof ManagedType<?> managed)) {
            throw MESSAGES.wrongKindOfAttribute(
                    entityType.getName(),
                    path,
                    name,
                    owner.getJavaType().getName(),
                    "can't be: that has no attributes");
        }
        String ownerName = managed.getJavaType().getName();
        Attribute<?, ?> attribute = find(managed, name).orElse(null);
        if (attribute == null) {
            Set<String> existing = new TreeSet<>();
            managed.getAttributes().forEach(known -> existing.add(known.getName()));
            throw MESSAGES.noSuchAttribute(
                    entityType.getName(),
                    path,
                    ownerName,
                    name,
                    Nearest.to(name, existing),
                    String.join(", ", existing));
        }
        if (attribute instanceof SingularAttribute<?, ?> singular) {
            return singular;
        }
        throw MESSAGES.wrongKindOfAttribute(entityType.getName(), path, name, ownerName, "is a collection");
    }

    private static Optional<? extends Attribute<?, ?>> find(ManagedType<?> type, String name) {
        return type.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }

    private static boolean isOfType(Type<?> type, @Nullable Object value) {
        return MethodType.methodType(type.getJavaType()).wrap().returnType().isInstance(value);
    }
}
