package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.activation.MapSession;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** The context of {@link IdentityMapScoped}: active while a map is current, with one instance for each map (rule S2). */
final class IdentityMapContext implements AlterableContext {

    private final IdentityMapManager manager;

    IdentityMapContext(IdentityMapManager manager) {
        this.manager = manager;
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return IdentityMapScoped.class;
    }

    @Override
    public <T> T get(Contextual<T> contextual, CreationalContext<T> creationalContext) {
        return store().getOrCreate(contextual, creationalContext);
    }

    @Override
    public <T> @Nullable T get(Contextual<T> contextual) {
        return store().get(contextual);
    }

    @Override
    public boolean isActive() {
        return manager.currentSession() != null;
    }

    @Override
    public void destroy(Contextual<?> contextual) {
        store().destroy(contextual);
    }

    private ContextualStore store() {
        MapSession session = manager.currentSession();
        if (session != null && session.attachment() instanceof ContextualStore store) {
            return store;
        }
        throw MESSAGES.noCurrentMap(
                "A bean of @IdentityMapScoped", Thread.currentThread().getName());
    }
}
