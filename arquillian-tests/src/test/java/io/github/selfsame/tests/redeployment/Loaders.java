package io.github.selfsame.tests.redeployment;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The class loaders of applications that were there once, held weakly, and out of reach of any application. */
public final class Loaders {

    private static final String KEY = "selfsame.tests.loaders.";

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private Loaders() {}

    public static void note(String application, ClassLoader loader) {
        of(application).add(new WeakReference<>(loader));
    }

    /** How many of them the garbage collector can't remove. */
    public static long alive(String application) {
        long start = System.nanoTime();
        long alive;
        do {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            alive = of(application).stream()
                    .filter(loader -> loader.get() != null)
                    .count();
        } while (alive > 0 && System.nanoTime() - start < PATIENCE);
        return alive;
    }

    /** Only classes of the JDK are in it, for it outlives the applications. */
    @SuppressWarnings("unchecked")
    private static List<WeakReference<ClassLoader>> of(String application) {
        return (List<WeakReference<ClassLoader>>)
                System.getProperties().computeIfAbsent(KEY + application, key -> new ArrayList<>());
    }
}
