package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.RepeatedLazyLoads;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.activation.IdentityMapView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code @Inject IdentityMap} gives: stands for the map that is current at the time of each call (rule S3). */
final class CurrentIdentityMap implements IdentityMapView {

    private final IdentityMapManager manager;

    CurrentIdentityMap(IdentityMapManager manager) {
        this.manager = manager;
    }

    @Override
    public IdentityMap viewed() {
        return current("viewed");
    }

    @Override
    public <T> @Nullable T find(Class<T> entityType, Object primaryKey) {
        return current("find").find(entityType, primaryKey);
    }

    @Override
    public boolean contains(Object entity) {
        return current("contains").contains(entity);
    }

    @Override
    public void evict(Object entity) {
        current("evict").evict(entity);
    }

    @Override
    public void clear() {
        current("clear").clear();
    }

    @Override
    public int size() {
        return current("size").size();
    }

    @Override
    public IdentityMapStatistics statistics() {
        return current("statistics").statistics();
    }

    @Override
    public List<RepeatedLazyLoads> repeatedLazyLoads() {
        return current("repeatedLazyLoads").repeatedLazyLoads();
    }

    @Override
    public boolean isOpen() {
        return current("isOpen").isOpen();
    }

    @Override
    public void close() {
        current("close").close();
    }

    @Override
    public String toString() {
        return "the current " + manager.current().map(Object::toString).orElse("identity map (there is none)");
    }

    private IdentityMap current(String method) {
        return manager.current()
                .orElseThrow(() -> MESSAGES.noCurrentMap(
                        "IdentityMap." + method, Thread.currentThread().getName()));
    }
}
