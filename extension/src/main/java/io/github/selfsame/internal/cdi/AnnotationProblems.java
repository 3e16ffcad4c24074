package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with the library's annotations in an application, to report it all at once (rule S9). */
final class AnnotationProblems {

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
