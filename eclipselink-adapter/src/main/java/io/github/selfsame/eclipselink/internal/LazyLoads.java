package io.github.selfsame.eclipselink.internal;

import static io.github.selfsame.eclipselink.internal.AdapterMessages.MESSAGES;

import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.Partition;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/** What one map says about lazy associations that are touched: how to load them (rule P13), and whether to count that (rule O2). */
final class LazyLoads {

    private final CanonicalStore store;
    private final Partition partition;
    private final ReadAheadSizes readAheadSizes = new ReadAheadSizes();

    LazyLoads(CanonicalStore store, Partition partition) {
        this.store = store;
        this.partition = partition;
    }

    /** For how many entities associations are loaded together. */
    ReadAheadSizes readAheadSizes() {
        return readAheadSizes;
    }

    /** How associations that are touched on this thread are loaded. */
    LazyLoading mode() {
        LazyLoading ofThread = IdentityMapRuntimes.current() == store ? IdentityMapRuntimes.lazyLoading() : null;
        return ofThread == null ? partition.options().lazyLoading() : ofThread;
    }

    /** Whether associations are loaded as if this were not there. */
    boolean isPlain() {
        return mode() == LazyLoading.ONE && !isCounting();
    }

    /**
     * The application touches an association that is not loaded.
     *
     * @param owner the entity, or the embeddable in it that has the attribute
     * @throws io.github.selfsame.LazyLoadingException if it may not
     */
    void check(Object entity, Object owner, ForeignReferenceMapping mapping) {
        if (mode() == LazyLoading.RAISE && !CallingCode.isProvider()) {
            throw MESSAGES.lazyLoading(
                    mapping.getAttributeName(), owner.getClass().getName(), pathOf(entity, owner, mapping));
        }
    }

    /** A statement is about to load an association. */
    void count(Object entity, Object owner, ForeignReferenceMapping mapping) {
        if (isCounting()) {
            partition.lazilyLoaded(
                    entity.getClass(),
                    pathOf(entity, owner, mapping),
                    CallingCode.place(owner.getClass(), mapping.getAttributeName()));
        }
    }

    private boolean isCounting() {
        LazyLoadReport report = partition.options().lazyLoadReport();
        return report == LazyLoadReport.COLLECT || report == LazyLoadReport.LOG;
    }

    private String pathOf(Object entity, Object owner, ForeignReferenceMapping mapping) {
        ClassDescriptor descriptor = ((EclipseLinkUnit) partition.unit()).descriptorOf(entity.getClass());
        String embeddable = descriptor == null ? null : Associations.pathTo(owner, entity, descriptor);
        return embeddable == null ? mapping.getAttributeName() : embeddable + "." + mapping.getAttributeName();
    }
}
