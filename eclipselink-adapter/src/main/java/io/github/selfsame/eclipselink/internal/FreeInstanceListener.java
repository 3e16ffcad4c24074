package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import java.beans.PropertyChangeEvent;
import java.io.Serial;
import org.eclipse.persistence.internal.descriptors.changetracking.ObjectChangeListener;

/** Listens to a woven instance that no persistence context manages: what is changed then is divergent (rule R5). */
final class FreeInstanceListener extends ObjectChangeListener {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Canonical entry;

    FreeInstanceListener(Canonical entry) {
        this.entry = entry;
    }

    @Override
    public void internalPropertyChange(PropertyChangeEvent event) {
        super.internalPropertyChange(event);
        // null after the instance was serialized
        if (hasChanges() && entry != null) {
            entry.markDivergent();
        }
    }
}
