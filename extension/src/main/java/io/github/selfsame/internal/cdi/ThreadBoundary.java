package io.github.selfsame.internal.cdi;

import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.activation.RequestBoundary;
import org.jspecify.annotations.Nullable;

/** Restores the thread on which a request began. Nothing happens if the request ends on another thread. */
final class ThreadBoundary implements RequestBoundary {

    private final IdentityMapManager manager;
    private @Nullable Runnable restorePoint;

    ThreadBoundary(IdentityMapManager manager) {
        this.manager = manager;
    }

    @Override
    public void begin(boolean outermost) {
        restorePoint = manager.restorePoint(outermost);
    }

    void end() {
        Runnable restoring = restorePoint;
        if (restoring != null) {
            restoring.run();
        }
    }
}
