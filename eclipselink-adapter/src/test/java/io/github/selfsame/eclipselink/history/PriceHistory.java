package io.github.selfsame.eclipselink.history;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.history.HistoryPolicy;

/** Where the former rows of {@link Price} are. */
public final class PriceHistory implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor descriptor) {
        HistoryPolicy policy = new HistoryPolicy();
        policy.addHistoryTableName("PRICE", "PRICE_HISTORY");
        policy.addStartFieldName("BEGINS");
        policy.addEndFieldName("ENDS");
        descriptor.setHistoryPolicy(policy);
    }
}
