package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.internal.access.ClientSessions;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.RowIdentity;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.persistence.config.ReferenceMode;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * A persistence unit as EclipseLink sees it: its session, and the properties of an EntityManager that has some of its
 * own, such as a tenant. Equal units may share instances (rule R2).
 */
final class EclipseLinkUnit implements PersistenceUnit {

    /** How many entities are peers that did not come together: a map may live for long. */
    private static final int SINGLES = 100;

    private final AbstractSession session;
    private final Map<Object, Object> properties;

    /** The names of those that EntityManagers may be told at any time, and that decide which rows they see. */
    private final Set<String> decidingProperties;

    /** Where each tenant has tables of its own, EclipseLink has descriptors for each of them. */
    private final Map<Class<?>, ClassDescriptor> descriptors;

    private volatile @Nullable Dependents dependents;
    private volatile @Nullable AssociationClock associations;
    private volatile @Nullable Cohorts singles;
    private volatile @Nullable LiveContexts contexts;

    private EclipseLinkUnit(AbstractSession session, Map<Object, Object> properties, AbstractSession user) {
        this.session = session;
        this.properties = properties;
        this.decidingProperties = RowConditions.propertiesOf(session);
        this.descriptors = user.getDescriptors();
    }

    static EclipseLinkUnit of(UnitOfWorkImpl unitOfWork) {
        AbstractSession user = unitOfWork.getParent();
        return new EclipseLinkUnit(ClientSessions.unitOf(user), ClientSessions.propertiesOf(user), user);
    }

    /** Whether anything can be read still. */
    boolean isOpen() {
        return session.isConnected();
    }

    boolean isOf(AbstractSession candidate) {
        return session == candidate;
    }

    /** Whether the two differ at most in the properties of EntityManagers. */
    boolean isOfSameDatabase(EclipseLinkUnit other) {
        return session == other.session;
    }

    /** Whether the two see rows of the same tenant, where there are tenants. */
    boolean isOfSameTenant(EclipseLinkUnit other) {
        return isOfTenant(other::property);
    }

    /** Whether a unit of work sees the rows of this tenant now: its EntityManager may be told another one at any time. */
    boolean isOfTenantOf(UnitOfWorkImpl unitOfWork) {
        // asked at each look-up, and mostly there are no tenants
        return decidingProperties.isEmpty() || isOfTenant(unitOfWork.getParent()::getProperty);
    }

    private boolean isOfTenant(Function<String, @Nullable Object> told) {
        for (String name : decidingProperties) {
            if (!Objects.equals(property(name), told.apply(name))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object property(String name) {
        Object own = properties.get(name);
        return own == null ? session.getProperty(name) : own;
    }

    /** When associations of the unit were last changed by a commit, as far as the map of this unit knows. */
    AssociationClock associations() {
        AssociationClock clock = associations;
        if (clock == null) {
            // most units are made for a look-up and thrown away
            synchronized (this) {
                clock = associations;
                if (clock == null) {
                    clock = new AssociationClock();
                    associations = clock;
                }
            }
        }
        return clock;
    }

    /** The units of work that have to do with the map of this unit. */
    LiveContexts contexts() {
        LiveContexts known = contexts;
        if (known == null) {
            synchronized (this) {
                known = contexts;
                if (known == null) {
                    known = new LiveContexts();
                    contexts = known;
                }
            }
        }
        return known;
    }

    /** The entities that came into the map of this unit by themselves, not along with others. */
    Cohorts singles() {
        Cohorts known = singles;
        if (known == null) {
            synchronized (this) {
                known = singles;
                if (known == null) {
                    known = new Cohorts(SINGLES);
                    singles = known;
                }
            }
        }
        return known;
    }

    /**
     * Loads for an instance that no context manages, as {@link #withReader} does; but free instances that are met on the way
     * stay free, since other threads may use them.
     */
    <T> T withLoader(CanonicalStore store, Function<UnitOfWorkImpl, T> work) {
        return withReader(store, reader -> {
            ContextIdentityMaps maps = ContextIdentityMaps.of((Session) reader);
            if (maps != null) {
                maps.leases().leaveFree(true);
            }
            return work.apply(reader);
        });
    }

    /**
     * Reads on behalf of instances that no context manages, in a unit of work that belongs to no transaction.
     *
     * @param store the map to read for; none is used if it is {@code null} or has ended
     */
    <T> T withReader(@Nullable CanonicalStore store, Function<UnitOfWorkImpl, T> work) {
        return ClientSessions.with(session, properties, parent -> {
            UnitOfWorkImpl reader = parent.acquireRepeatableWriteUnitOfWork(ReferenceMode.HARD);
            try {
                ContextIdentityMaps maps = ContextIdentityMaps.of((Session) reader);
                if (maps != null) {
                    maps.leases().pin(store != null && store.isOpen() ? store : null);
                }
                return work.apply(reader);
            } finally {
                reader.release();
            }
        });
    }

    /** Where the tenant is part of a key, only a session that knows the tenant can tell the key. */
    private @Nullable Object keyBy(ClassDescriptor descriptor, Function<AbstractSession, @Nullable Object> work) {
        return descriptor.hasMultitenantPolicy() && !properties.isEmpty()
                ? ClientSessions.with(session, properties, work)
                : work.apply(session);
    }

    @Nullable ClassDescriptor descriptorOf(Class<?> type) {
        ClassDescriptor descriptor = descriptors.get(type);
        return descriptor == null || descriptor.isDescriptorTypeAggregate() ? null : descriptor;
    }

    @Override
    public IdentityMapOptions options() {
        return UnitProperties.options(session);
    }

    @Override
    public @Nullable RowIdentity rowOf(Class<?> entityType, Object primaryKey) {
        ClassDescriptor descriptor = descriptorOf(entityType);
        if (descriptor == null || descriptor.getCMPPolicy() == null) {
            return null;
        }
        Class<?> idType = descriptor.getCMPPolicy().getPKClass();
        if (idType != null && !idType.isInstance(primaryKey)) {
            throw new IllegalArgumentException("The id of " + entityType.getName() + " is a " + idType.getName()
                    + ", not a " + primaryKey.getClass().getName());
        }
        Object key = keyBy(descriptor, user -> descriptor.getCMPPolicy().createPrimaryKeyFromId(primaryKey, user));
        return key == null ? null : new RowIdentity(rootTypeOf(descriptor), key);
    }

    @Override
    public @Nullable RowIdentity rowOf(Object entity) {
        ClassDescriptor descriptor = descriptorOf(entity.getClass());
        if (descriptor == null) {
            return null;
        }
        Object key = keyBy(
                descriptor, user -> descriptor.getObjectBuilder().extractPrimaryKeyFromObject(entity, user, true));
        return key == null ? null : new RowIdentity(rootTypeOf(descriptor), key);
    }

    @Override
    public boolean isEntity(Object object) {
        return descriptorOf(object.getClass()) != null;
    }

    /** Whom a commit in the unit concerns beside the rows it writes. */
    Dependents dependents() {
        Dependents known = dependents;
        if (known == null) {
            known = new Dependents(descriptors.values());
            dependents = known;
        }
        return known;
    }

    static Class<?> rootTypeOf(ClassDescriptor descriptor) {
        ClassDescriptor root =
                descriptor.hasInheritance() ? descriptor.getInheritancePolicy().getRootParentDescriptor() : descriptor;
        return root.getJavaClass();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EclipseLinkUnit unit && unit.session == session && unit.properties.equals(properties);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(session);
    }

    @Override
    public String toString() {
        return session.getName();
    }
}
