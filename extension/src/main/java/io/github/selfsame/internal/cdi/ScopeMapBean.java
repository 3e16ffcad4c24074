package io.github.selfsame.internal.cdi;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.internal.activation.IdentityMapManager;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.PassivationCapable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bean of the maps of one scope. Nobody can inject it. */
final class ScopeMapBean implements Bean<ScopeMap>, PassivationCapable {

    private final Class<? extends Annotation> scope;
    private final IdentityMapOptions options;
    private final IdentityMapManager manager;

    /** Containers ask for it at each look-up: always the same string has its hash code at hand. */
    private final String id;

    /** Whether any map of the scope was ever used, so that there can be one. */
    private volatile boolean used;

    ScopeMapBean(Class<? extends Annotation> scope, IdentityMapOptions options, IdentityMapManager manager) {
        this.scope = scope;
        this.options = options;
        this.manager = manager;
        this.id = ScopeMap.class.getName() + "/" + scope.getName();
    }

    /** How the maps behave, by what the elements of the application say. */
    IdentityMapOptions options() {
        return options;
    }

    /** The instance in an active context, created if need be. */
    ScopeMap instanceIn(Context context, BeanManager beanManager) {
        ScopeMap found = context.get(this);
        return found != null ? found : context.get(this, beanManager.createCreationalContext(this));
    }

    /** The instance in an active context if there is one. */
    @Nullable ScopeMap existingIn(Context context) {
        return context.get(this);
    }

    boolean isUsed() {
        return used;
    }

    @Override
    public ScopeMap create(CreationalContext<ScopeMap> creationalContext) {
        used = true;
        return new ScopeMap();
    }

    @Override
    public void destroy(ScopeMap instance, CreationalContext<ScopeMap> creationalContext) {
        try {
            instance.end(manager);
        } finally {
            creationalContext.release();
        }
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return scope;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Class<?> getBeanClass() {
        return ScopeMap.class;
    }

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
        return Set.of();
    }

    @Override
    public Set<Type> getTypes() {
        return Set.of(ScopeMap.class, Object.class);
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Set.of(Any.Literal.INSTANCE);
    }

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    public Set<Class<? extends Annotation>> getStereotypes() {
        return Set.of();
    }

    @Override
    public boolean isAlternative() {
        return false;
    }

    @Override
    public String toString() {
        return "identity maps of @" + scope.getSimpleName();
    }
}
