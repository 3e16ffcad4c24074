package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with how an application uses the library, to report it all at once (rule S9). */
final class DeploymentProblems {

    private final SortedSet<String> problems = Collections.synchronizedSortedSet(new TreeSet<>());

    void collect(AnnotatedType<?> type) {
        collect(type, type.getJavaClass().getName());
        for (AnnotatedMethod<?> method : type.getMethods()) {
            collect(
                    method,
                    method.getJavaMember().getDeclaringClass().getName() + "."
                            + method.getJavaMember().getName());
        }
    }

    void collect(Collection<PersistenceProviderAdapter> adapters, @Nullable ClassLoader application) {
        ClassLoader loader = application == null ? ClassLoader.getSystemClassLoader() : application;
        for (PersistenceProviderAdapter adapter : adapters) {
            problems.addAll(adapter.deploymentProblems(loader));
        }
    }

    private void collect(Annotated element, String name) {
        if (element.isAnnotationPresent(UseIdentityMap.class) && element.isAnnotationPresent(BypassIdentityMap.class)) {
            problems.add(MESSAGES.contradiction(name));
        }
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
}
