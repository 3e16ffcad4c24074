package io.github.selfsame.eclipselink.testing;

import io.github.selfsame.internal.activation.MapListener;
import io.github.selfsame.internal.activation.MapSession;
import io.github.selfsame.internal.map.MapInvariants;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks for contradictions in the bookkeeping of every map, when it ends and after that. */
final class InvariantListener implements MapListener {

    private final List<String> violations = new CopyOnWriteArrayList<>();

    @Override
    public void opened(MapSession session) {
        check(session);
    }

    @Override
    public void ending(MapSession session) {
        check(session);
    }

    @Override
    public void ended(MapSession session) {
        check(session);
        if (session.map().size() != 0) {
            violations.add("a map that has ended holds " + session.map().size() + " instances");
        }
    }

    List<String> violations() {
        return violations;
    }

    private void check(MapSession session) {
        violations.addAll(MapInvariants.violations((ScopedIdentityMap) session.map()));
    }
}
