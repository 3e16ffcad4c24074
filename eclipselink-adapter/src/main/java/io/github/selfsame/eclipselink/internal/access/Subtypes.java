package io.github.selfsame.eclipselink.internal.access;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;

/** The types below a type. EclipseLink keeps those that have a table for each class elsewhere than others. */
public final class Subtypes {

    private Subtypes() {}

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
