package io.github.selfsame.internal.activation;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A manager as adapters see it. Separate because both interfaces have a method {@code current()}. */
final class ThreadRuntime implements IdentityMapRuntime {

    private final IdentityMapManager manager;

    ThreadRuntime(IdentityMapManager manager) {
        this.manager = manager;
    }

    @Override
    public @Nullable CanonicalStore current() {
        return manager.currentStore();
    }

    @Override
    public Collection<CanonicalStore> surrounding() {
        return manager.surrounding();
    }

    @Override
    public @Nullable LazyLoading lazyLoading() {
        return manager.lazyLoading();
    }

    @Override
    public ThreadSnapshot captured() {
        List<@Nullable MapSession> sessions = manager.transfer().captured();
        return () -> manager.transfer().replaceBy(sessions);
    }

    @Override
    public ThreadSnapshot cleared() {
        return () -> manager.transfer().replaceBy(List.of());
    }
}
