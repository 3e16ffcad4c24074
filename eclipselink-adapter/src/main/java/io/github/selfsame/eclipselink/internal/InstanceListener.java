package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import io.github.selfsame.spi.Canonical;
import java.beans.PropertyChangeEvent;
import java.io.Serial;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeEvent;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a woven canonical instance for the whole life of that: while a unit of work manages the instance, as EclipseLink's
 * own listener; while it is free, to know that it was changed (rule R5). Knows which of the two it is, so that nothing else in
 * the instance has to be told.
 *
 * <p>An instance is taken over and given back with nothing but this, as long as nobody touches its associations. What must be
 * {@linkplain #needsVisit visited}, attribute by attribute, is noted with the entry.
 */
final class InstanceListener extends AttributeChangeListener {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The note of an entry that each attribute must be told who manages the instance. */
    private static final Object VISIT = new Object();

    private final transient @Nullable Canonical entry;

    private transient volatile boolean isManaged;

    /** Whether a collection was touched while nobody has managed the instance: a thread may be about to load it. */
    private transient volatile boolean isTouched;

    /** What could be changed in the instance since it is free without telling it; {@code null} if there is nothing. */
    private transient ChangeableValues.@Nullable Snapshot values;

    /**
     * The note of an entry whose instance was changed while it was free.
     *
     * @param names the names of the attributes
     */
    private record ChangedAttributes(Set<String> names) {}

    @SuppressWarnings("NullAway") // EclipseLink's class says nothing about it: a free instance has no unit of work
    InstanceListener(Canonical entry, Object instance) {
        super(null, null, instance);
        this.entry = entry;
    }

    /** The listener of an instance; {@code null} if it has another one, or none. */
    static @Nullable InstanceListener of(Object instance) {
        return ChangeListeners.of(instance) instanceof InstanceListener listener ? listener : null;
    }

    /** Whether it listens on behalf of that entry. */
    boolean isOf(Canonical candidate) {
        return entry == candidate;
    }

    /** A unit of work manages the instance from now on. */
    void managedBy(UnitOfWorkImpl unitOfWork, ClassDescriptor type) {
        uow = unitOfWork;
        descriptor = type;
        objectChangeSet = null;
        hasChanges = false;
        ignoreEvents = false;
        ignoreDepth = 0;
        isManaged = true;
    }

    /**
     * Nobody manages the instance any more.
     *
     * @param valuesWhenFreed what can be changed in it without telling it
     */
    void freed(ChangeableValues.@Nullable Snapshot valuesWhenFreed) {
        values = valuesWhenFreed;
        notManaged();
    }

    /** Nobody manages the instance any more, and nothing has become of that. */
    @SuppressWarnings("NullAway")
    void notManaged() {
        uow = null;
        objectChangeSet = null;
        hasChanges = false;
        ignoreEvents = false;
        ignoreDepth = 0;
        isManaged = false;
    }

    /**
     * A thread is about to load a collection for the free instance.
     *
     * @return whether whoever takes the instance over will know; else somebody has it already
     */
    boolean touch() {
        isTouched = true;
        return !isManaged;
    }

    /** Whether a unit of work has the instance still. */
    boolean isManagedBy(UnitOfWorkImpl unitOfWork) {
        return isManaged && uow == unitOfWork;
    }

    /** What the instance was last taken over with; {@code null} if that is of no interest. */
    @Nullable Cohort cohort() {
        return entry != null && entry.cohort() instanceof Cohort cohort ? cohort : null;
    }

    /** Whether a collection was touched since this was last asked. */
    boolean takeTouch() {
        boolean touched = isTouched;
        if (touched) {
            isTouched = false;
        }
        return touched;
    }

    /** Whether each attribute must be told who manages the instance. */
    static boolean needsVisit(Canonical entry) {
        return entry.attachment() != null;
    }

    /** Something has happened to the instance: each attribute must be told when the instance is taken over or given back. */
    static void visit(Canonical entry) {
        if (entry.attachment() == null) {
            entry.attach(VISIT);
        }
    }

    /** The same, for the entry of this listener. */
    void visit() {
        // null after the instance was serialized
        if (entry != null) {
            visit(entry);
        }
    }

    /** EclipseLink says so before it writes into the instance by itself: it may replace attributes without telling anybody. */
    @Override
    public void ignoreEvents() {
        visit();
        super.ignoreEvents();
    }

    @Override
    public void internalPropertyChange(PropertyChangeEvent event) {
        if (uow != null) {
            visit();
            super.internalPropertyChange(event);
        } else if (event.getNewValue() != event.getOldValue() || event instanceof CollectionChangeEvent) {
            diverge(event.getPropertyName());
        }
    }

    private void diverge(String attribute) {
        if (entry != null) {
            Set<String> names = new LinkedHashSet<>(changedAttributes());
            names.add(attribute);
            entry.attach(new ChangedAttributes(names));
            entry.markDivergent();
        }
    }

    /** What was changed in place while nobody has managed the instance: its attributes, with the path to them. */
    Collection<String> changedValues(Object instance, ClassDescriptor type) {
        return values == null ? Set.of() : values.changed(instance, type);
    }

    /** What was assigned while nobody has managed the instance. */
    Set<String> changedAttributes() {
        return entry != null && entry.attachment() instanceof ChangedAttributes changed ? changed.names() : Set.of();
    }
}
