package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import java.beans.PropertyChangeEvent;
import java.io.Serial;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeEvent;
import org.eclipse.persistence.internal.descriptors.changetracking.ObjectChangeListener;
import org.jspecify.annotations.Nullable;

/** Listens to a woven instance that no persistence context manages: what is changed then is divergent (rule R5). */
final class FreeInstanceListener extends ObjectChangeListener {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Canonical entry;

    private transient @Nullable Set<String> changedAttributes;

    FreeInstanceListener(Canonical entry) {
        this.entry = entry;
    }

    @Override
    public void internalPropertyChange(PropertyChangeEvent event) {
        super.internalPropertyChange(event);
        if (event.getNewValue() != event.getOldValue() || event instanceof CollectionChangeEvent) {
            if (changedAttributes == null) {
                changedAttributes = new LinkedHashSet<>();
            }
            changedAttributes.add(event.getPropertyName());
            // null after the instance was serialized
            if (entry != null) {
                entry.markDivergent();
            }
        }
    }

    Set<String> changedAttributes() {
        return changedAttributes == null ? Set.of() : changedAttributes;
    }
}
