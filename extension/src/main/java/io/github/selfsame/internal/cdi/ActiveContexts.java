package io.github.selfsame.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Finds the active context of a scope; where the container can, without an exception if there is none. */
final class ActiveContexts {

    private final BeanManager beanManager;
    private final boolean listsInactive;

    ActiveContexts(BeanManager beanManager) {
        this.beanManager = beanManager;
        this.listsInactive = listsInactive(beanManager);
    }

    @Nullable Context of(Class<? extends Annotation> scope) {
        if (listsInactive) {
            for (Context context : beanManager.getContexts(scope)) {
                if (context.isActive()) {
                    return context;
                }
            }
            return null;
        }
        try {
            return beanManager.getContext(scope);
        } catch (ContextNotActiveException e) {
            return null;
        }
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
