package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Tells whether a query begins within another one. EclipseLink says when a query has ended, but not when it has failed. */
final class RunningQueries {

    private static final String UNIT_OF_WORK = UnitOfWorkImpl.class.getName();

    private RunningQueries() {}

    /** Whether a unit of work executes a query on this thread; one that is only about to begin does not count. */
    static boolean exist() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("internalExecuteQuery")
                        && frame.getClassName().equals(UNIT_OF_WORK)));
    }
}
