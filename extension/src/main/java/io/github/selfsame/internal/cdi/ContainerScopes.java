package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiLogger.LOGGER;
import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.activation.MapSession;
import io.github.selfsame.internal.activation.ScopeSessions;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The maps of the scopes of one container that is running (rules S1 and S8). */
final class ContainerScopes implements ScopeSessions {

    private final IdentityMapManager manager;
    private final BeanManager beanManager;
    private final ActiveContexts contexts;
    private final Map<Class<? extends Annotation>, ScopeMapBean> beans;
    private final ScopeMapBean[] all;
    private final @Nullable ScopeMapBean everywhere;
    private final Class<? extends Annotation> defaultLifetime;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    ContainerScopes(
            IdentityMapManager manager,
            BeanManager beanManager,
            Map<Class<? extends Annotation>, ScopeMapBean> beans,
            @Nullable Class<? extends Annotation> mapForEvery,
            @Nullable Class<? extends Annotation> defaultLifetime) {
        this.manager = manager;
        this.beanManager = beanManager;
        this.contexts = new ActiveContexts(beanManager);
        this.beans = Map.copyOf(beans);
        this.all = beans.values().toArray(new ScopeMapBean[0]);
        this.everywhere = mapForEvery == null ? null : beans.get(mapForEvery);
        this.defaultLifetime = defaultLifetime == null ? UseIdentityMap.Invocation.class : defaultLifetime;
    }

    @Override
    public MapSession sessionOf(Class<? extends Annotation> lifetime, IdentityMapOptions options) {
        ScopeMapBean bean = beans.get(lifetime);
        if (bean == null) {
            throw beanManager.isNormalScope(lifetime)
                    ? MESSAGES.scopeWithoutBeans(lifetime.getName())
                    : MESSAGES.noNormalScope(lifetime.getName());
        }
        Context context = contexts.of(lifetime);
        MapSession session = context == null
                ? null
                : bean.instanceIn(context, beanManager).session(manager, options.orElse(bean.options()));
        if (session == null) {
            throw MESSAGES.scopeNotActive(
                    lifetime.getName(), Thread.currentThread().getName());
        }
        return session;
    }

    @Override
    public @Nullable MapSession ambient() {
        ScopeMapBean bean = everywhere;
        if (bean == null) {
            return null;
        }
        try {
            Context context = contexts.of(bean.getScope());
            return context == null
                    ? null
                    : bean.instanceIn(context, beanManager).sessionUnlessFailed(manager, bean.options());
        } catch (RuntimeException e) {
            // whoever reads has not asked for a map, and must not suffer from it (rule R19)
            if (hasFailed.compareAndSet(false, true)) {
                LOGGER.noMapOfScope(bean.getScope().getSimpleName(), e);
            }
            return null;
        }
    }

    @Override
    public Collection<MapSession> existing() {
        List<MapSession> found = List.of();
        for (ScopeMapBean bean : all) {
            MapSession session = bean.isUsed() ? existing(bean) : null;
            if (session != null) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(session);
            }
        }
        return found;
    }

    @Override
    public Class<? extends Annotation> defaultLifetime() {
        return defaultLifetime;
    }

    private @Nullable MapSession existing(ScopeMapBean bean) {
        try {
            Context context = contexts.of(bean.getScope());
            ScopeMap map = context == null ? null : bean.existingIn(context);
            return map == null ? null : map.existing();
        } catch (RuntimeException e) {
            // for example a session that has been invalidated: its map is gone
            LOGGER.debugf(e, "The %s can't be looked at", bean);
            return null;
        }
    }
}
