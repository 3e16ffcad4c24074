package io.github.selfsame.internal.activation;

import org.jspecify.annotations.Nullable;

/** Lets nothing that a request has forgotten on a thread cross to the next request there (rule S5). */
final class RequestGuard {

    private final ActivationStack stack;

    /** The request that has begun last on the thread and not ended there. */
    private final ThreadValues<RestorePoint> request = new ThreadValues<>();

    RequestGuard(ActivationStack stack) {
        this.stack = stack;
    }

    /**
     * Remembers what is open where a request begins; what an earlier one has left behind that has gone on elsewhere is
     * closed now.
     *
     * @param outermost whether nothing can have been opened on the thread for this request yet
     * @return to be run in the end
     */
    RestorePoint begin(boolean outermost) {
        RestorePoint earlier = request.get();
        if (earlier != null) {
            earlier.run();
        }
        if (outermost) {
            stack.closeForgottenAbove(null);
        }
        RestorePoint point = new RestorePoint(this, stack.top());
        request.set(point);
        return point;
    }

    /** A request ends on the thread on which it began. */
    void restore(RestorePoint point, @Nullable StackedActivation base) {
        if (request.get() == point) {
            request.set(null);
        }
        if (base == null || !base.isClosed()) {
            stack.closeForgottenAbove(base);
        }
    }

    /** Forgets the requests of all threads, those that have ended elsewhere among them. */
    void clear() {
        request.clear();
    }
}
