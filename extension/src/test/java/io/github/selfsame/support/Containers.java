package io.github.selfsame.support;

import io.github.selfsame.internal.cdi.IdentityMapExtension;
import jakarta.enterprise.inject.spi.Extension;
import org.jboss.weld.junit5.WeldInitiator;

/** Containers with this library and few beans. */
public final class Containers {

    private Containers() {}

    /** With a further extension. */
    public static WeldInitiator with(Extension extension, Class<?>... beanClasses) {
        return WeldInitiator.of(WeldInitiator.createWeld()
                .addExtension(new IdentityMapExtension())
                .addExtension(extension)
                .addBeanClasses(beanClasses));
    }

    public static WeldInitiator with(Class<?>... beanClasses) {
        return WeldInitiator.of(WeldInitiator.createWeld()
                .addExtension(new IdentityMapExtension())
                .addBeanClasses(beanClasses));
    }
}
