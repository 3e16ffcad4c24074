package io.github.selfsame.eclipselink.internal;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;

/** Who touches a lazy association. Looks at the stack: only for what is rare or asked for. */
final class CallingCode {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private static final List<String> LIBRARY =
            List.of("io.github.selfsame.internal.", "io.github.selfsame.eclipselink.internal.");
    private static final List<String> PLATFORM = List.of("java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.");
    private static final List<String> INDIRECTION = List.of(
            "org.eclipse.persistence.indirection.",
            "org.eclipse.persistence.internal.indirection.",
            CanonicalValueHolder.class.getName(),
            TransferableValueHolder.class.getName());
    private static final String PROVIDER = "org.eclipse.persistence.";

    private CallingCode() {}

    /** Whether the persistence provider touches it for work of its own, or to assign it, and not the application. */
    static boolean isProvider() {
        return STACK.walk(CallingCode::isProvider);
    }

    private static boolean isProvider(Stream<StackFrame> frames) {
        boolean isTouched = false;
        for (Iterator<StackFrame> stack = frames.iterator(); stack.hasNext(); ) {
            StackFrame frame = stack.next();
            String type = frame.getClassName();
            if (startsWith(type, INDIRECTION)) {
                isTouched = true;
            } else if (startsWith(type, LIBRARY)) {
                // the value holders themselves come first
                if (isTouched) {
                    return true;
                }
            } else if (type.startsWith(PROVIDER)) {
                return true;
            } else if (isWoven(frame)) {
                // an assignment reads the former value
                if (frame.getMethodName().startsWith("_persistence_set")) {
                    return true;
                }
            } else if (!startsWith(type, PLATFORM)) {
                return false;
            }
        }
        return false;
    }

    /** The innermost method that is the application's own, but for the attribute's getter. */
    static String place(Class<?> entityType, String attribute) {
        return STACK.walk(frames -> frames.filter(frame -> !isForeign(frame.getClassName()))
                .filter(frame -> !isGetter(frame, entityType, attribute))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")")
                .orElse("unknown code"));
    }

    private static boolean isForeign(String type) {
        return type.startsWith(PROVIDER) || startsWith(type, LIBRARY) || startsWith(type, PLATFORM);
    }

    private static boolean isGetter(StackFrame frame, Class<?> entityType, String attribute) {
        String method = frame.getMethodName();
        if (isWoven(frame)) {
            return true;
        }
        String property = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        return frame.getDeclaringClass().isAssignableFrom(entityType)
                && (method.equals(attribute) || method.equals("get" + property) || method.equals("is" + property));
    }

    /** Whether EclipseLink has written the method into an entity. */
    private static boolean isWoven(StackFrame frame) {
        return frame.getMethodName().startsWith("_persistence_")
                && PersistenceWeaved.class.isAssignableFrom(frame.getDeclaringClass());
    }

    private static boolean startsWith(String type, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
