package io.github.selfsame.internal.cdi;

import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.internal.settings.Setting;
import io.github.selfsame.internal.settings.Settings;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes that a map can live as long as, by class and by the names that settings use. */
final class Lifetimes {

    private static final String INVOCATION = "invocation";
    private static final String NONE = "none";

    /** By name, because not all of these APIs are everywhere. */
    private static final Map<String, String> STANDARD = new LinkedHashMap<>();

    static {
        STANDARD.put("request", "jakarta.enterprise.context.RequestScoped");
        STANDARD.put("transaction", "jakarta.transaction.TransactionScoped");
        STANDARD.put("conversation", "jakarta.enterprise.context.ConversationScoped");
        STANDARD.put("session", "jakarta.enterprise.context.SessionScoped");
        STANDARD.put("view", "jakarta.faces.view.ViewScoped");
        STANDARD.put("application", "jakarta.enterprise.context.ApplicationScoped");
    }

    private final ClassLoader application;
    private final Set<Class<? extends Annotation>> seen = new LinkedHashSet<>();

    Lifetimes(@Nullable ClassLoader application) {
        this.application = application == null ? ClassLoader.getSystemClassLoader() : application;
        for (String className : STANDARD.values()) {
            Class<? extends Annotation> scope = load(className);
            if (scope != null) {
                seen.add(scope);
            }
        }
    }

    /** A scope, or what is taken for one, has been seen on an element of the application. */
    synchronized void add(Class<? extends Annotation> scope) {
        seen.add(scope);
    }

    /** All that really are scopes which a map can live as long as. */
    synchronized List<Class<? extends Annotation>> usable(BeanManager beanManager) {
        return seen.stream().filter(scope -> isUsable(scope, beanManager)).toList();
    }

    static boolean isUsable(Class<? extends Annotation> scope, BeanManager beanManager) {
        return scope != IdentityMapScoped.class && beanManager.isNormalScope(scope);
    }

    /** The scope that is to have maps everywhere, or null. */
    @Nullable Class<? extends Annotation> mapForEvery(Settings settings, BeanManager beanManager, Collection<String> problems) {
        String value = settings.value(Setting.MAP_FOR_EVERY);
        return value == null || value.equals(NONE)
                ? null
                : scope(settings, Setting.MAP_FOR_EVERY, NONE, beanManager, problems);
    }

    /** The lifetime where none is named, or null for that of the call. */
    @Nullable Class<? extends Annotation> defaultLifetime(
            Settings settings, BeanManager beanManager, Collection<String> problems) {
        String value = settings.value(Setting.DEFAULT_LIFETIME);
        if (value == null || value.equals(INVOCATION)) {
            return null;
        }
        return value.equals(UseIdentityMap.Invocation.class.getName())
                ? null
                : scope(settings, Setting.DEFAULT_LIFETIME, INVOCATION, beanManager, problems);
    }

    private @Nullable Class<? extends Annotation> scope(
            Settings settings, Setting setting, String off, BeanManager beanManager, Collection<String> problems) {
        String value = settings.value(setting);
        String className = value == null ? "" : STANDARD.getOrDefault(value, value);
        Class<? extends Annotation> scope = load(className);
        if (scope != null && isUsable(scope, beanManager)) {
            add(scope);
            return scope;
        }
        List<String> possible = new ArrayList<>();
        possible.add(off);
        STANDARD.forEach((name, standard) -> {
            if (load(standard) != null) {
                possible.add(name);
            }
        });
        problems.add(settings.wrongValue(setting, possible, ", or the class name of a normal scope's annotation"));
        return null;
    }

    private @Nullable Class<? extends Annotation> load(String className) {
        try {
            Class<?> found = Class.forName(className, false, application);
            return found.isAnnotation() ? found.asSubclass(Annotation.class) : null;
        } catch (ClassNotFoundException | LinkageError e) {
            // an API that this application does not have
            return null;
        }
    }
}
