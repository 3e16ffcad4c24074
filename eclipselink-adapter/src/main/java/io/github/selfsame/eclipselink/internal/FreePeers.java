package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.spi.Partition;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * The free entities that came with one whose association is touched, and have not loaded theirs either (rule P13). They stay
 * free meanwhile, as other threads may use them: what is loaded for them is offered to them.
 */
final class FreePeers {

    private final CanonicalValueHolder touched;
    private final Object instance;
    private final Object owner;
    private final ForeignReferenceMapping mapping;
    private final Home home;
    private final LazyLoads loads;

    private FreePeers(CanonicalValueHolder touched, Home home, LazyLoads loads) {
        this.touched = touched;
        this.instance = touched.entity();
        this.owner = touched.owner();
        this.mapping = touched.association();
        this.home = home;
        this.loads = loads;
    }

    /** Prepares for what the map says about lazy loading; {@code null} if the association is loaded by itself. */
    static @Nullable FreePeers of(CanonicalValueHolder touched, Home home) {
        Partition partition = home.partition();
        LazyLoads loads = partition == null ? null : new LazyLoads(home.store(), partition);
        if (partition == null || loads == null || loads.isPlain()) {
            return null;
        }
        ClassDescriptor descriptor = home.unit().descriptorOf(touched.entity().getClass());
        Object owner =
                descriptor == null ? null : Associations.ownerOf(touched.association(), touched.entity(), descriptor);
        return owner == touched.owner() ? new FreePeers(touched, home, loads) : null;
    }

    /**
     * The application touches the association.
     *
     * @throws io.github.selfsame.LazyLoadingException if it may not
     */
    void checkTouch() {
        loads.check(instance, owner, mapping);
    }

    /** Loads the association with those of others; not if there are none. */
    boolean load(UnitOfWorkImpl reader) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) reader);
        if (maps == null
                || !maps.bulkLoader().needsStatement(instance, FreeLoad.through(touched, reader), mapping, reader)) {
            return false;
        }
        loads.count(instance, owner, mapping);
        int most = maps.bulkLoader().mostOwners(mapping, reader);
        List<BulkLoader.Owner> peers = loads.mode() == LazyLoading.PEERS
                        && most > 1
                        && maps.bulkLoader().leavesOwnersAlone(mapping, reader)
                ? peers(most)
                : List.of();
        if (peers.isEmpty()) {
            return false;
        }
        List<BulkLoader.Owner> owners = new ArrayList<>(peers.size() + 1);
        owners.add(new BulkLoader.Owner(instance, owner));
        owners.addAll(peers);
        return BulkLoads.tryToLoad(owners, mapping, reader, maps.bulkLoader());
    }

    private List<BulkLoader.Owner> peers(int most) {
        Cohort cohort = touched.cohort();
        List<BulkLoader.Owner> peers = new ArrayList<>();
        if (cohort != null) {
            for (Object member : cohort.from(instance)) {
                BulkLoader.Owner peer = member == instance || peers.size() + 1 == most ? null : peer(member, cohort);
                if (peer != null) {
                    peers.add(peer);
                }
            }
        }
        return peers;
    }

    private BulkLoader.@Nullable Owner peer(Object member, Cohort cohort) {
        ClassDescriptor descriptor = home.unit().descriptorOf(member.getClass());
        Object having = descriptor == null ? null : Associations.ownerOf(mapping, member, descriptor);
        return having != null
                        && Associations.valueHolder(having, mapping) instanceof CanonicalValueHolder holder
                        && holder.isFree()
                        && holder.cohort() == cohort
                        && holder.isUnknown()
                        && (mapping.isCollectionMapping() || holder.getRow() != null)
                ? new BulkLoader.Owner(member, having)
                : null;
    }
}
