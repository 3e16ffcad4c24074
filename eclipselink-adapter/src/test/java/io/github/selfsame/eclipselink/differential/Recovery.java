package io.github.selfsame.eclipselink.differential;

/**
 * What a program does when something has failed within a transaction: what that leaves in the persistence context is open, so it ends
 * the transaction. At once, since H2 may wait without end for a transaction in which a statement has failed.
 */
final class Recovery {

    private Recovery() {}

    static boolean isNeeded(Step failed, World world) {
        return world.isInTransaction(failed.context());
    }

    static Step after(Step failed, World world) {
        boolean closes = failed.way() % 4 == 3 && world.contexts().demarcation().endsByClosing();
        Action action = closes ? ContextAction.CLOSE : ContextAction.ROLLBACK;
        return new Step(action, failed.context(), failed.variable(), failed.kind(), failed.way());
    }
}
