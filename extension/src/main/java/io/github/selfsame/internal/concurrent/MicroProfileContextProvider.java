package io.github.selfsame.internal.concurrent;

import io.github.selfsame.spi.IdentityMapRuntime;
import io.github.selfsame.spi.IdentityMapRuntimes;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** The current map as a context of MicroProfile Context Propagation, with the type {@code IdentityMap}. */
public final class MicroProfileContextProvider implements ThreadContextProvider {

    /** Used by the service loader. */
    public MicroProfileContextProvider() {}

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return snapshot(IdentityMapRuntimes.captured());
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return snapshot(IdentityMapRuntimes.cleared());
    }

    @Override
    public String getThreadContextType() {
        return MapContext.TYPE;
    }

    private static ThreadContextSnapshot snapshot(IdentityMapRuntime.ThreadSnapshot snapshot) {
        return () -> snapshot.begin()::run;
    }
}
