package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.spi.Nearest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.internal.jpa.JPAQuery;
import org.eclipse.persistence.internal.jpa.QueryHintsHandler;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;

/**
 * Makes EclipseLink keep the values of our hints with a query. It drops every hint that it does not know, and has no
 * way to tell it more of them. So its own table of hints gets our names; what it does for them is what it does for an unknown
 * cache mode: nothing. Only classes of EclipseLink are put there, so that nothing of an application is held.
 */
final class KnownHints {

    private static final String HINT = QueryHintsHandler.class.getName() + "$Hint";
    private static final String WITHOUT_EFFECT = QueryHintsHandler.class.getName() + "$CacheStoreModeHint";

    private KnownHints() {}

    /** Registers all names; those that are there already stay as they are. */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // one table for all applications that share EclipseLink
    static void register() {
        synchronized (QueryHintsHandler.class) {
            try {
                VarHandle table = table();
                @SuppressWarnings("unchecked")
                Map<String, Object> known = (Map<String, Object>) table.getAcquire();
                if (!known.keySet().containsAll(HintNames.ALL)) {
                    // others may be reading it
                    HashMap<String, Object> more = new HashMap<>(known);
                    for (String name : HintNames.ALL) {
                        more.putIfAbsent(name, withoutEffect(name));
                    }
                    table.setRelease(more);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Checks the hints of named queries.
     *
     * @throws io.github.selfsame.IdentityMapDeploymentException if one has a name that begins like ours and is none
     */
    static void checkNamedQueries(Session session) {
        for (DatabaseQuery query : session.getProject().getJPAQueries()) {
            if (query instanceof JPAQuery named && named.getHints() != null) {
                for (String hint : named.getHints().keySet()) {
                    if (hint.startsWith(HintNames.PREFIX) && !HintNames.ALL.contains(hint)) {
                        throw MESSAGES.unknownHint(
                                named.getName(),
                                hint,
                                Nearest.to(hint, HintNames.ALL),
                                String.join(", ", HintNames.ALL));
                    }
                }
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
