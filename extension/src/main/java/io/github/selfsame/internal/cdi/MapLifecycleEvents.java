package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiLogger.LOGGER;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.internal.activation.MapListener;
import io.github.selfsame.internal.activation.MapSession;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Gives each map its store of contextual instances, and fires the events of the scope (rule S2). An observer that fails
 * at the beginning prevents the map; one that fails at the end does not prevent the end.
 */
final class MapLifecycleEvents implements MapListener {

    private volatile @Nullable Events events;
    private volatile boolean logsStatistics;

    /** From now on the statistics of each map are logged at its end. */
    void logStatistics() {
        logsStatistics = true;
    }

    /** The container can fire events from now on. */
    void start(BeanManager beanManager) {
        events = new Events(beanManager);
    }

    /** The container can't fire events any more. */
    void stop() {
        events = null;
    }

    @Override
    public void opened(MapSession session) {
        session.attach(new ContextualStore());
        Events firing = events;
        if (firing != null) {
            firing.initialized.fire(session.map());
        }
    }

    @Override
    public void ending(MapSession session) {
        Events firing = events;
        if (firing != null) {
            fire(firing.beforeDestroyed, BeforeDestroyed.class, session);
        }
        if (session.attachment() instanceof ContextualStore store) {
            store.destroyAll();
        }
    }

    @Override
    public void ended(MapSession session) {
        if (logsStatistics) {
            LOGGER.statistics(session.map().statistics());
        }
        Events firing = events;
        if (firing != null) {
            fire(firing.destroyed, Destroyed.class, session);
        }
    }

    private static void fire(Event<IdentityMap> event, Class<? extends Annotation> qualifier, MapSession session) {
        try {
            event.fire(session.map());
        } catch (RuntimeException e) {
            LOGGER.observerFailed(qualifier.getSimpleName(), e);
        }
    }

    private static final class Events {

        private final Event<IdentityMap> initialized;
        private final Event<IdentityMap> beforeDestroyed;
        private final Event<IdentityMap> destroyed;

        Events(BeanManager beanManager) {
            initialized = select(beanManager, Initialized.Literal.of(IdentityMapScoped.class));
            beforeDestroyed = select(beanManager, BeforeDestroyed.Literal.of(IdentityMapScoped.class));
            destroyed = select(beanManager, Destroyed.Literal.of(IdentityMapScoped.class));
        }

        private static Event<IdentityMap> select(BeanManager beanManager, Annotation qualifier) {
            return beanManager.getEvent().select(IdentityMap.class, qualifier);
        }
    }
}
