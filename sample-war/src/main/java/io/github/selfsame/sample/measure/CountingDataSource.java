package io.github.selfsame.sample.measure;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the statements that a thread sends through a data source. */
final class CountingDataSource {

    private static final ThreadLocal<AtomicLong> STATEMENTS = ThreadLocal.withInitial(AtomicLong::new);

    private CountingDataSource() {}

    /** Puts the counter in front of a data source, unless it is there already. */
    static DataSource around(DataSource dataSource) {
        boolean counts =
                Proxy.isProxyClass(dataSource.getClass()) && Proxy.getInvocationHandler(dataSource) instanceof Counter;
        return counts ? dataSource : (DataSource) proxy(dataSource, DataSource.class);
    }

    static void clear() {
        STATEMENTS.remove();
    }

    /** How many statements this thread has executed since {@link #clear()}. */
    static long statements() {
        return STATEMENTS.get().get();
    }

    private static Object proxy(Object target, Class<?> type) {
        return Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, new Counter(target));
    }

    /** Stands in front of the data source, its connections, and their statements. */
    private record Counter(Object target) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                STATEMENTS.get().incrementAndGet();
            }
            try {
                Object result = method.invoke(target, arguments);
                Class<?> type = method.getReturnType();
                return result != null && (type == Connection.class || Statement.class.isAssignableFrom(type))
                        ? proxy(result, type)
                        : result;
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNullElse(e.getCause(), e);
            }
        }
    }
}
