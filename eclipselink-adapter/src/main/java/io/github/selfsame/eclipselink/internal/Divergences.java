package io.github.selfsame.eclipselink.internal;

import static io.github.selfsame.eclipselink.internal.AdapterMessages.MESSAGES;

import io.github.selfsame.DivergentInstanceException;
import io.github.selfsame.spi.Canonical;
import java.util.Collection;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;

/** Tells whether a free instance was changed, and in what (rule R5). */
final class Divergences {

    private Divergences() {}

    static boolean isDivergent(Canonical entry, Object instance, ClassDescriptor descriptor) {
        if (entry.isDivergent()) {
            return true;
        }
        if (entry.attachment() instanceof FreeSnapshot before) {
            return before.differsFrom(instance, descriptor);
        }
        InstanceListener listener = InstanceListener.of(instance);
        return listener != null && !listener.changedValues(instance, descriptor).isEmpty();
    }

    static DivergentInstanceException failure(Canonical entry, Object instance, ClassDescriptor descriptor) {
        Collection<String> attributes = new TreeSet<>();
        if (entry.attachment() instanceof FreeSnapshot before) {
            attributes.addAll(before.differences(instance, descriptor));
        }
        InstanceListener listener = InstanceListener.of(instance);
        if (listener != null) {
            attributes.addAll(listener.changedAttributes());
            attributes.addAll(listener.changedValues(instance, descriptor));
        }
        return MESSAGES.divergent(instance.getClass().getName(), entry.primaryKey(), String.join(", ", attributes));
    }
}
