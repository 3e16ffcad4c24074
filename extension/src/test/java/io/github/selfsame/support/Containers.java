package io.github.selfsame.support;

import io.github.selfsame.internal.cdi.IdentityMapExtension;
import org.jboss.weld.junit5.WeldInitiator;

/** Containers with this library and few beans. */
public final class Containers {

    private Containers() {}

    public static WeldInitiator with(Class<?>... beanClasses) {
        return WeldInitiator.of(WeldInitiator.createWeld()
                .addExtension(new IdentityMapExtension())
                .addBeanClasses(beanClasses));
    }
}
