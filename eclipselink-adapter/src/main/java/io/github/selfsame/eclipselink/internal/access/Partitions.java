package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.partitioning.FieldPartitioningPolicy;
import org.eclipse.persistence.descriptors.partitioning.PartitioningPolicy;
import org.eclipse.persistence.descriptors.partitioning.PinnedPartitioningPolicy;
import org.eclipse.persistence.descriptors.partitioning.ReplicationPartitioningPolicy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows are spread over several databases. EclipseLink tells by the arguments of a query which of them it has to ask; a query
 * for many keys has no such argument, and would find only what is in the default one.
 */
public final class Partitions {

    /** Of a descriptor with partitions: whether its rows can only be asked for key by key. */
    private static final String DIVIDED = "selfsame.divided";

    private Partitions() {}

    /**
     * Remembers which types are concerned.
     *
     * @param session a session that has logged in
     */
    public static void decide(AbstractSession session) {
        PartitioningPolicy ofAll = session.getPartitioningPolicy();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            PartitioningPolicy own = descriptor.getPartitioningPolicy();
            if (own != null || ofAll != null) {
                descriptor.setProperty(DIVIDED, dependOnArguments(own) || dependOnArguments(ofAll));
            }
        }
    }

    private static boolean dependOnArguments(@Nullable PartitioningPolicy policy) {
        return policy instanceof FieldPartitioningPolicy byField
                ? !byField.getUnionUnpartitionableQueries()
                : policy != null
                        && !(policy instanceof ReplicationPartitioningPolicy)
                        && !(policy instanceof PinnedPartitioningPolicy);
    }

    /**
     * Whether a query may go to another database than the default one, or to several.
     *
     * @param type what is queried
     */
    public static boolean exist(ClassDescriptor type) {
        return type.getProperty(DIVIDED) != null;
    }

    /**
     * Whether rows can only be asked for key by key.
     *
     * @param type what is asked for
     */
    public static boolean divide(ClassDescriptor type) {
        return Boolean.TRUE.equals(type.getProperty(DIVIDED));
    }

    /**
     * Whether what the owners refer to can only be asked for owner by owner.
     *
     * @param association the association
     */
    public static boolean divide(ForeignReferenceMapping association) {
        ClassDescriptor targets = association.getReferenceDescriptor();
        return association.getPartitioningPolicy() != null
                || divide(
                        targets == null || targets.isDescriptorTypeAggregate() ? association.getDescriptor() : targets);
    }
}
