package io.github.selfsame.eclipselink.internal.access;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.internal.jpa.QueryHintsHandler;

/**
 * EclipseLink's table of the hints that it knows. It drops every other hint from a query, and has no way to tell it more of
 * them. So the names are put into its own table; what it does for them is what it does for an unknown cache mode: nothing. Only
 * classes of EclipseLink are put there, so that nothing of an application is held.
 */
public final class HintTable {

    private static final String HINT = QueryHintsHandler.class.getName() + "$Hint";
    private static final String WITHOUT_EFFECT = QueryHintsHandler.class.getName() + "$CacheStoreModeHint";

    private HintTable() {}

    /** Makes EclipseLink keep the values of all these hints with a query; names that are there already stay as they are. */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // one table for all applications that share EclipseLink
    public static void register(Collection<String> names) {
        synchronized (QueryHintsHandler.class) {
            try {
                VarHandle table = table();
                @SuppressWarnings("unchecked")
                Map<String, Object> known = (Map<String, Object>) table.getAcquire();
                if (!known.keySet().containsAll(names)) {
                    // others may be reading it
                    HashMap<String, Object> more = new HashMap<>(known);
                    for (String name : names) {
                        more.putIfAbsent(name, withoutEffect(name));
                    }
                    table.setRelease(more);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static VarHandle table() throws ReflectiveOperationException {
        Field field = Class.forName(HINT, true, QueryHintsHandler.class.getClassLoader())
                .getDeclaredField("mainMap");
        return MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
                .unreflectVarHandle(field);
    }

    private static Object withoutEffect(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(WITHOUT_EFFECT, true, QueryHintsHandler.class.getClassLoader())
                .getDeclaredConstructor(String.class, String.class);
        constructor.setAccessible(true);
        Object hint = constructor.newInstance(name, "");
        // what EclipseLink puts in for an empty value; without one it would fail in a way that says nothing
        Field unset = constructor.getDeclaringClass().getSuperclass().getDeclaredField("defaultValueToApply");
        unset.setAccessible(true);
        unset.set(hint, "");
        return hint;
    }
}
