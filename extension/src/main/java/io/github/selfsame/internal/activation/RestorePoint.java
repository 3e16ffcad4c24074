package io.github.selfsame.internal.activation;

import org.jspecify.annotations.Nullable;

/** What was open on a thread when a request began there. */
final class RestorePoint implements Runnable {

    private final IdentityMapManager manager;
    private final @Nullable StackedActivation base;
    private final Thread thread = Thread.currentThread();
    private boolean done;

    RestorePoint(IdentityMapManager manager, @Nullable StackedActivation base) {
        this.manager = manager;
        this.base = base;
    }

    /** Only the thread itself can be restored; a request that ends elsewhere leaves that to the next one. */
    @Override
    public void run() {
        if (Thread.currentThread() == thread && !done) {
            done = true;
            manager.restore(this, base);
        }
    }
}
