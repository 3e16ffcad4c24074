package io.github.selfsame.eclipselink.internal.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * A public getter of EclipseLink for which EclipseLink 4 declares another type of list than EclipseLink 5.
 *
 * @param <T> what is in the list
 * @param handle the getter
 */
record ListGetter<T>(MethodHandle handle) {

    static <T> ListGetter<T> of(Class<?> owner, String name) {
        try {
            return new ListGetter<>(MethodHandles.publicLookup()
                    .unreflect(owner.getMethod(name))
                    .asType(MethodType.methodType(List.class, Object.class)));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unchecked")
    List<T> get(Object target) {
        try {
            return (List<T>) handle.invokeExact(target);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
