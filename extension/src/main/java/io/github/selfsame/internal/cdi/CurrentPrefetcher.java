package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.internal.prefetch.PrefetchDispatcher;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.util.Collection;

/** What {@code @Inject Prefetcher} gives: prefetches within the map that is current at the time of the call. */
final class CurrentPrefetcher implements Prefetcher {

    private final IdentityMapRuntime runtime;
    private final PrefetchDispatcher dispatcher;

    CurrentPrefetcher(IdentityMapRuntime runtime, PrefetchDispatcher dispatcher) {
        this.runtime = runtime;
        this.dispatcher = dispatcher;
    }

    @Override
    public void prefetch(Collection<?> entities, String... paths) {
        CanonicalStore current = runtime.current();
        if (current == null) {
            throw MESSAGES.noCurrentMap(
                    "Prefetcher.prefetch", Thread.currentThread().getName());
        }
        dispatcher.prefetch(current, entities, paths);
    }
}
