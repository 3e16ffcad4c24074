package io.github.selfsame.eclipselink.differential;

/** The EntityManagers in which something has failed: what that leaves in them is open until the transaction has ended. */
final class BrokenContexts {

    private final boolean[] isBroken = new boolean[World.CONTEXTS];

    boolean allow(Step step) {
        return !isBroken[step.context()]
                || step.action() == ContextAction.ROLLBACK
                || step.action() == ContextAction.CLOSE;
    }

    void note(Step step, Throwable thrown, World world) {
        isBroken[step.context()] =
                world.isInTransaction(step.context()) && (isBroken[step.context()] || thrown != null);
    }
}
