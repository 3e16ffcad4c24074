package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.decorator.Decorator;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptors;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with how an application uses the library, to report it all at once (rule S9). */
final class DeploymentProblems {

    private final SortedSet<String> problems = Collections.synchronizedSortedSet(new TreeSet<>());

    /** The lifetimes that elements name; judged when all scopes are known. */
    private final Collection<NamedLifetime> lifetimes = new ConcurrentLinkedQueue<>();

    private final ScopeOptions options = new ScopeOptions();

    /** Takes the messages about what others find. */
    Collection<String> messages() {
        return problems;
    }

    void collect(AnnotatedType<?> type) {
        String name = type.getJavaClass().getName();
        collect(type, name);
        if (type.isAnnotationPresent(Decorator.class)) {
            collectIneffective(type, name, "a decorator");
        }
        for (AnnotatedMethod<?> method : type.getMethods()) {
            String methodName = method.getJavaMember().getDeclaringClass().getName() + "."
                    + method.getJavaMember().getName();
            collect(method, methodName);
            String kind = kindWithoutInterception(type, method);
            if (kind != null) {
                collectIneffective(method, methodName, kind);
            }
        }
    }

    void collect(Collection<PersistenceProviderAdapter> adapters, @Nullable ClassLoader application) {
        ClassLoader loader = application == null ? ClassLoader.getSystemClassLoader() : application;
        for (PersistenceProviderAdapter adapter : adapters) {
            problems.addAll(adapter.deploymentProblems(loader));
        }
    }

    /** The lifetimes that elements of the application name. */
    List<Class<? extends Annotation>> namedLifetimes() {
        return lifetimes.stream()
                .<Class<? extends Annotation>>map(NamedLifetime::lifetime)
                .toList();
    }

    void judgeLifetimes(BeanManager beanManager) {
        for (NamedLifetime named : lifetimes) {
            if (!Lifetimes.isUsable(named.lifetime, beanManager)) {
                problems.add(MESSAGES.lifetimeOfElement(named.element, named.lifetime.getName()));
            }
        }
    }

    /**
     * How the maps of scopes behave by what elements say; contradictions become problems.
     *
     * @param defaultLifetime the lifetime of elements that name none
     */
    Map<Class<? extends Annotation>, IdentityMapOptions> optionsByLifetime(
            Class<? extends Annotation> defaultLifetime) {
        return options.byLifetime(defaultLifetime, problems);
    }

    private void collect(Annotated element, String name) {
        UseIdentityMap use = find(UseIdentityMap.class, element.getAnnotations(), new HashSet<>());
        BypassIdentityMap bypass = find(BypassIdentityMap.class, element.getAnnotations(), new HashSet<>());
        if ((use != null || names(UseIdentityMapInterceptor.class, element))
                && (bypass != null || names(BypassIdentityMapInterceptor.class, element))) {
            problems.add(MESSAGES.contradiction(name));
        }
        if (use != null) {
            options.collect(name, use);
        }
        if (use != null
                && use.lifetime() != UseIdentityMap.ByDefault.class
                && use.lifetime() != UseIdentityMap.Invocation.class) {
            lifetimes.add(new NamedLifetime(name, use.lifetime()));
        }
    }

    private void collectIneffective(Annotated element, String name, String kind) {
        for (Class<? extends Annotation> binding : Set.of(UseIdentityMap.class, BypassIdentityMap.class)) {
            if (element.isAnnotationPresent(binding)) {
                problems.add(MESSAGES.notIntercepted(name, binding.getSimpleName(), kind));
            }
        }
    }

    private static @Nullable String kindWithoutInterception(AnnotatedType<?> type, AnnotatedMethod<?> method) {
        int modifiers = method.getJavaMember().getModifiers();
        if (Modifier.isPrivate(modifiers)) {
            return "a private method";
        }
        if (Modifier.isStatic(modifiers)) {
            return "a static method";
        }
        if (method.isAnnotationPresent(PostConstruct.class) || method.isAnnotationPresent(PreDestroy.class)) {
            return "a callback of the container";
        }
        return type.isAnnotationPresent(Decorator.class) ? "a method of a decorator" : null;
    }

    private static boolean names(Class<?> interceptor, Annotated element) {
        Interceptors interceptors = element.getAnnotation(Interceptors.class);
        return interceptors != null && Arrays.asList(interceptors.value()).contains(interceptor);
    }

    /** Directly, or by a stereotype or another binding. */
    private static <A extends Annotation> @Nullable A find(
            Class<A> wanted, Iterable<Annotation> annotations, Set<Class<?>> seen) {
        for (Annotation annotation : annotations) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type == wanted) {
                return wanted.cast(annotation);
            }
            if (seen.add(type) && !type.getName().startsWith("java.")) {
                A found = find(wanted, Arrays.asList(type.getAnnotations()), seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    RuntimeException toException() {
        StringBuilder lines = new StringBuilder();
        for (String problem : problems) {
            lines.append(System.lineSeparator()).append("- ").append(problem);
        }
        return MESSAGES.deploymentProblems(problems.size(), lines.toString());
    }

    /** Not by element alone: methods of one name may name different ones. */
    private record NamedLifetime(String element, Class<? extends Annotation> lifetime) {}
}
