package io.github.selfsame.propagation;

import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap.Nesting;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A program with this library and Weld only. */
public final class Standalone {

    private Standalone() {}

    public static boolean hasMap() throws Exception {
        try (WeldContainer container = new Weld()
                .addBeanClasses(Standalone.class)
                .containerId("standalone")
                .initialize()) {
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            return maps.call(Nesting.JOIN, () -> maps.current().isPresent());
        }
    }
}
