package io.github.selfsame.internal.map;

/** The lifecycle of maps that nobody but their users know. */
final class UnmanagedLifecycle implements MapLifecycle {

    private final MapTotals totals = new MapTotals();

    @Override
    public void close(ScopedIdentityMap map) {
        map.end();
    }

    @Override
    public MapTotals totals() {
        return totals;
    }
}
