package io.github.selfsame.internal.concurrent;

import io.github.selfsame.spi.IdentityMapRuntime;
import io.github.selfsame.spi.IdentityMapRuntimes;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;

/** The current map as a context of Jakarta Concurrency, with the type {@code IdentityMap}. */
public final class ConcurrencyContextProvider implements ThreadContextProvider {

    /** Used by the service loader. */
    public ConcurrencyContextProvider() {}

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
