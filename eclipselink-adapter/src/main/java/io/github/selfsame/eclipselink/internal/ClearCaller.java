package io.github.selfsame.eclipselink.internal;

import java.lang.StackWalker.StackFrame;
import java.util.Set;

/**
 * Tells who clears a persistence context. An application that does so wants its instances forgotten; a server that
 * clears an EntityManager to use it for somebody else, where others close it, does not (rule R9).
 */
final class ClearCaller {

    /** Open Liberty puts EntityManagers back into a pool. */
    private static final String LIBERTY_POOL = "com.ibm.ws.jpa.management.JPAEMPool";

    /**
     * Where containers keep the EntityManagers that they hand out: Open Liberty, WildFly, and GlassFish with Payara. Outside
     * of a transaction they clear after each call, be it of an EntityManager or of a query.
     */
    private static final Set<String> CONTAINERS = Set.of(
            "com.ibm.ws.jpa.management", "org.jboss.as.jpa.container", "com.sun.enterprise.container.common.impl");

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
        String name = frame.getClassName();
        return name.equals(LIBERTY_POOL)
                // what the application has called is called so on the way, too
                || (CONTAINERS.contains(name.substring(0, Math.max(name.lastIndexOf('.'), 0)))
                        && !frame.getMethodName().equals("clear"));
    }
}
