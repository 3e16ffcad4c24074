package io.github.selfsame.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the active context of a scope; where the container can, without an exception if there is none. */
final class ActiveContexts {

    /** No container has that many for one scope; one that makes a new object for each answer must not fill the memory. */
    private static final int MOST_KNOWN = 8;

    private final BeanManager beanManager;
    private final boolean listsInactive;

    /** Those that have been active: one of them mostly is, and to ask it costs less than to ask the container. */
    private final Map<Class<? extends Annotation>, List<Context>> known = new ConcurrentHashMap<>();

    ActiveContexts(BeanManager beanManager) {
        this.beanManager = beanManager;
        this.listsInactive = listsInactive(beanManager);
    }

    @Nullable Context of(Class<? extends Annotation> scope) {
        Context active = firstActive(known.getOrDefault(scope, List.of()));
        if (active == null) {
            active = inContainer(scope);
            if (active != null) {
                know(scope, active);
            }
        }
        return active;
    }

    private @Nullable Context inContainer(Class<? extends Annotation> scope) {
        if (listsInactive) {
            return firstActive(beanManager.getContexts(scope));
        }
        try {
            return beanManager.getContext(scope);
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    private void know(Class<? extends Annotation> scope, Context context) {
        known.merge(scope, List.of(context), (before, added) -> {
            if (before.contains(context) || before.size() == MOST_KNOWN) {
                return before;
            }
            List<Context> both = new ArrayList<>(before);
            both.addAll(added);
            return List.copyOf(both);
        });
    }

    private static @Nullable Context firstActive(Collection<Context> contexts) {
        for (Context context : contexts) {
            if (context.isActive()) {
                return context;
            }
        }
        return null;
    }

    /** The method came with CDI 4.1. */
    private static boolean listsInactive(BeanManager beanManager) {
        try {
            beanManager.getContexts(RequestScoped.class);
            return true;
        } catch (NoSuchMethodError | AbstractMethodError e) {
            return false;
        }
    }
}
