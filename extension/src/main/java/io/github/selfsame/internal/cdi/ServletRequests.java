package io.github.selfsame.internal.cdi;

/** Tells, by the payload of the event, requests that have come to a server from those that a program begins itself. */
final class ServletRequests {

    /** By name, because that API is not everywhere. */
    private static final String INTERFACE = "jakarta.servlet.ServletRequest";

    private ServletRequests() {}

    static boolean isOne(Object payload) {
        return isRequest(payload.getClass());
    }

    private static boolean isRequest(Class<?> type) {
        if (type.getName().equals(INTERFACE)) {
            return true;
        }
        for (Class<?> superInterface : type.getInterfaces()) {
            if (isRequest(superInterface)) {
                return true;
            }
        }
        Class<?> superclass = type.getSuperclass();
        return superclass != null && isRequest(superclass);
    }
}
