package io.github.selfsame.internal.activation;

import org.jspecify.annotations.Nullable;

/** What was open on a thread when a request began there. */
final class RestorePoint implements Runnable {

    private final RequestGuard guard;
    private final @Nullable StackedActivation base;
    private final Thread thread = Thread.currentThread();
    private boolean done;

    RestorePoint(RequestGuard guard, @Nullable StackedActivation base) {
        this.guard = guard;
        this.base = base;
    }

    /** Only the thread itself can be restored; a request that ends elsewhere leaves that to the next one. */
    @Override
    public void run() {
        if (Thread.currentThread() == thread && !done) {
            done = true;
            guard.restore(this, base);
        }
    }
}
