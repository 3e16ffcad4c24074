package io.github.selfsame.internal.cdi;

import io.github.selfsame.spi.PersistenceProviderAdapter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for the adapters once, when they are first needed. */
final class ServiceAdapters implements Supplier<Collection<PersistenceProviderAdapter>> {

    private volatile @Nullable List<PersistenceProviderAdapter> found;

    @Override
    public Collection<PersistenceProviderAdapter> get() {
        List<PersistenceProviderAdapter> known = found;
        if (known == null) {
            known = load();
            found = known;
        }
        return known;
    }

    private static List<PersistenceProviderAdapter> load() {
        // this library may be shared by applications that bring their adapters with them, and the other way round
        Map<Class<?>, PersistenceProviderAdapter> adapters = new LinkedHashMap<>();
        addFrom(Thread.currentThread().getContextClassLoader(), adapters);
        addFrom(ServiceAdapters.class.getClassLoader(), adapters);
        return List.copyOf(adapters.values());
    }

    private static void addFrom(@Nullable ClassLoader classLoader, Map<Class<?>, PersistenceProviderAdapter> adapters) {
        for (PersistenceProviderAdapter adapter : ServiceLoader.load(PersistenceProviderAdapter.class, classLoader)) {
            adapters.putIfAbsent(adapter.getClass(), adapter);
        }
    }
}
