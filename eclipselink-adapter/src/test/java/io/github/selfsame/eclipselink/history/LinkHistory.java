package io.github.selfsame.eclipselink.history;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.history.HistoryPolicy;
import org.eclipse.persistence.mappings.ManyToManyMapping;

/** Keeps the former rows of the link table between dogs and toys. */
public final class LinkHistory implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor descriptor) {
        HistoryPolicy policy = new HistoryPolicy();
        policy.addHistoryTableName("DOG_TOY", "DOG_TOY_HISTORY");
        policy.addStartFieldName("BEGINS");
        policy.addEndFieldName("ENDS");
        ((ManyToManyMapping) descriptor.getMappingForAttributeName("toys")).setHistoryPolicy(policy);
    }
}
