package io.github.selfsame.eclipselink.internal.access;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/** The types below a type. EclipseLink keeps those that have a table for each class elsewhere than others. */
public final class Subtypes {

    private Subtypes() {}

    /**
     * The mapping of an attribute, also of one that only a type below has.
     *
     * @return the mapping; {@code null} if none of the types has such an attribute
     */
    public static @Nullable DatabaseMapping mapping(ClassDescriptor type, String attribute) {
        DatabaseMapping mapping = type.getObjectBuilder().getMappingForAttributeName(attribute);
        for (ClassDescriptor below : mapping == null ? of(type) : List.<ClassDescriptor>of()) {
            mapping = below.getObjectBuilder().getMappingForAttributeName(attribute);
            if (mapping != null) {
                return mapping;
            }
        }
        return mapping;
    }

    /** The type at the top of a hierarchy, also of one with a table for each class. */
    public static ClassDescriptor top(ClassDescriptor type) {
        if (type.hasInheritance()) {
            return type.getInheritancePolicy().getRootParentDescriptor();
        }
        ClassDescriptor top = type;
        while (top.hasTablePerClassPolicy()
                && !top.getTablePerClassPolicy().getParentDescriptors().isEmpty()) {
            top = top.getTablePerClassPolicy().getParentDescriptors().get(0);
        }
        return top;
    }

    /** All types below a type, those further below included. */
    public static List<ClassDescriptor> of(ClassDescriptor type) {
        if (type.hasInheritance()) {
            return type.getInheritancePolicy().getAllChildDescriptors();
        }
        if (!type.hasTablePerClassPolicy()) {
            return List.of();
        }
        List<ClassDescriptor> types = new ArrayList<>();
        for (ClassDescriptor child : type.getTablePerClassPolicy().getChildDescriptors()) {
            types.add(child);
            types.addAll(of(child));
        }
        return types;
    }
}
