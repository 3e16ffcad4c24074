package io.github.selfsame.eclipselink.internal;

import java.lang.StackWalker.StackFrame;

/**
 * Tells who clears a persistence context. An application that does so wants its instances forgotten; a server that
 * clears an EntityManager to use it for somebody else, where others close it, does not (rule R9).
 */
final class ClearCaller {

    /** Open Liberty: EntityManagers of a container, used outside of a transaction or put back into their pool. */
    private static final String LIBERTY_POOL = "com.ibm.ws.jpa.management.JPAEMPool";

    private static final String LIBERTY_INVOCATION = "com.ibm.ws.jpa.management.JPATxEmInvocation";

    private ClearCaller() {}

    /** Whether the clearing that is going on is a server's way of closing. */
    static boolean isServer() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !isProvider(frame)).findFirst())
                .filter(ClearCaller::isPooling)
                .isPresent();
    }

    private static boolean isProvider(StackFrame frame) {
        String name = frame.getClassName();
        return name.startsWith("org.eclipse.persistence.")
                || name.startsWith("io.github.selfsame.eclipselink.internal.");
    }

    private static boolean isPooling(StackFrame frame) {
        return frame.getClassName().equals(LIBERTY_POOL)
                || (frame.getClassName().equals(LIBERTY_INVOCATION)
                        && !frame.getMethodName().equals("clear"));
    }
}
