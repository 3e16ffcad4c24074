package io.github.selfsame.eclipselink.internal;

import static io.github.selfsame.eclipselink.internal.AdapterMessages.MESSAGES;

import io.github.selfsame.DivergentInstanceException;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import io.github.selfsame.spi.Canonical;
import java.util.Collection;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;

/** Tells whether a free instance was changed, and in what (rule R5). */
final class Divergences {

    private Divergences() {}

    static boolean isDivergent(Canonical entry, Object instance, ClassDescriptor descriptor) {
        return entry.isDivergent()
                || (entry.attachment() instanceof FreeSnapshot before && before.differsFrom(instance, descriptor));
    }

    static DivergentInstanceException failure(Canonical entry, Object instance, ClassDescriptor descriptor) {
        Collection<String> attributes = new TreeSet<>();
        if (entry.attachment() instanceof FreeSnapshot before) {
            attributes.addAll(before.differences(instance, descriptor));
        }
        if (ChangeListeners.of(instance) instanceof FreeInstanceListener listener) {
            attributes.addAll(listener.changedAttributes());
        }
        return MESSAGES.divergent(instance.getClass().getName(), entry.primaryKey(), String.join(", ", attributes));
    }
}
