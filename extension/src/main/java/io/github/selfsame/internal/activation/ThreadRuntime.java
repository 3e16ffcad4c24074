package io.github.selfsame.internal.activation;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What adapters ask for: what is current on a thread, and how to carry that to another one. */
final class ThreadRuntime implements IdentityMapRuntime {

    private final CurrentMaps current;
    private final ThreadTransfer transfer;

    ThreadRuntime(CurrentMaps current, ThreadTransfer transfer) {
        this.current = current;
        this.transfer = transfer;
    }

    @Override
    public @Nullable CanonicalStore current() {
        return current.store();
    }

    @Override
    public Collection<CanonicalStore> surrounding() {
        return current.surrounding();
    }

    @Override
    public @Nullable LazyLoading lazyLoading() {
        return current.lazyLoading();
    }

    @Override
    public ThreadSnapshot captured() {
        List<@Nullable MapSession> sessions = transfer.captured();
        return () -> transfer.replaceBy(sessions);
    }

    @Override
    public ThreadSnapshot cleared() {
        return () -> transfer.replaceBy(List.of());
    }
}
