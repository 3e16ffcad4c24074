package io.github.selfsame.eclipselink.internal.access;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.indirection.IndirectMap;
import org.eclipse.persistence.indirection.IndirectSet;

/** The lazy collections that EclipseLink puts into entities. */
public final class Containers {

    private static final VarHandle LIST = content(IndirectList.class);
    private static final VarHandle SET = content(IndirectSet.class);
    private static final VarHandle MAP = content(IndirectMap.class);

    private Containers() {}

    /** Whether a collection has got its content; its value holder may be about to give it. Loads nothing and waits for nobody. */
    public static boolean haveContent(IndirectContainer<?> container) {
        if (container instanceof IndirectList<?> list) {
            return LIST.getVolatile(list) != null;
        } else if (container instanceof IndirectSet<?> set) {
            return SET.getVolatile(set) != null;
        }
        return container instanceof IndirectMap<?, ?> map && MAP.getVolatile(map) != null;
    }

    private static VarHandle content(Class<?> container) {
        try {
            Field field = container.getDeclaredField("delegate");
            field.setAccessible(true);
            return MethodHandles.privateLookupIn(container, MethodHandles.lookup())
                    .unreflectVarHandle(field);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
