package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.internal.prefetch.PrefetchDispatcher;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.prefetch.Prefetched;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What {@code @Inject Prefetcher} gives: prefetches within the map that is current at the time of the call. */
final class CurrentPrefetcher implements Prefetcher {

    private final IdentityMapRuntime runtime;
    private final PrefetchDispatcher dispatcher;

    CurrentPrefetcher(IdentityMapRuntime runtime, PrefetchDispatcher dispatcher) {
        this.runtime = runtime;
        this.dispatcher = dispatcher;
    }

    @Override
    public Prefetched prefetch(Collection<?> entities, String... paths) {
        List<Prefetch<?, ?>> prefetches = new ArrayList<>(paths.length);
        for (String path : paths) {
            prefetches.add(Prefetch.of(path));
        }
        return dispatcher.prefetch(current("Prefetcher.prefetch"), entities, prefetches);
    }

    @Override
    public Prefetched prefetch(Collection<?> entities, Prefetch<?, ?> first, Prefetch<?, ?>... more) {
        return dispatcher.prefetch(current("Prefetcher.prefetch"), entities, all(first, more));
    }

    @Override
    public PrefetchPlan explain(Collection<?> entities, Prefetch<?, ?> first, Prefetch<?, ?>... more) {
        return dispatcher.explain(current("Prefetcher.explain"), entities, all(first, more));
    }

    private CanonicalStore current(String call) {
        CanonicalStore current = runtime.current();
        if (current == null) {
            throw MESSAGES.noCurrentMap(call, Thread.currentThread().getName());
        }
        return current;
    }

    private static List<Prefetch<?, ?>> all(Prefetch<?, ?> first, Prefetch<?, ?>... more) {
        List<Prefetch<?, ?>> all = new ArrayList<>(1 + more.length);
        all.add(first);
        all.addAll(List.of(more));
        return all;
    }
}
