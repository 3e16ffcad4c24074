package io.github.selfsame.support;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Brings a context for a scope, {@link VisitScoped} or another one. */
public final class VisitExtension implements Extension {

    private final Visits visits;

    public VisitExtension() {
        this(VisitScoped.class);
    }

    public VisitExtension(Class<? extends Annotation> scope) {
        visits = new Visits(scope);
    }

    /** A new instance of the scope. */
    public Visit visit() {
        return new Visit(visits);
    }

    void register(@Observes AfterBeanDiscovery event) {
        event.addContext(visits);
    }

    static final class Visits implements AlterableContext {

        @SuppressWarnings("ThreadLocalUsage")
        final ThreadLocal<@Nullable Visit> current = new ThreadLocal<>();

        private final Class<? extends Annotation> scope;

        Visits(Class<? extends Annotation> scope) {
            this.scope = scope;
        }

        @Override
        public Class<? extends Annotation> getScope() {
            return scope;
        }

        @Override
        public <T> T get(Contextual<T> contextual, CreationalContext<T> creationalContext) {
            return visit().get(contextual, creationalContext);
        }

        @Override
        public <T> @Nullable T get(Contextual<T> contextual) {
            return visit().get(contextual);
        }

        @Override
        public void destroy(Contextual<?> contextual) {
            visit().destroy(contextual);
        }

        @Override
        public boolean isActive() {
            return current.get() != null;
        }

        private Visit visit() {
            Visit visit = current.get();
            if (visit == null) {
                throw new ContextNotActiveException(scope.getName());
            }
            return visit;
        }
    }
}
