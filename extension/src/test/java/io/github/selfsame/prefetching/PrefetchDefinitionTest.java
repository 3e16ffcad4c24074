package io.github.selfsame.prefetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetch.Condition;
import io.github.selfsame.prefetch.Prefetch.Ordering;
import io.github.selfsame.prefetch.PrefetchException;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefetchDefinitionTest {

    private static final Condition<Object> CONDITION = (builder, target) -> builder.conjunction();
    private static final Ordering<Object> ORDERING = (builder, target) -> builder.asc(target.get("name"));

    private static void assertRefused(String id, ThrowingCallable definition) {
        assertThatExceptionOfType(PrefetchException.class)
                .isThrownBy(definition)
                .withMessageContaining(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ".", "toys.", ".toys", "toys..maker"})
    @DisplayName("P12: a malformed path is refused, wherever it is given")
    void malformedPaths(@Nullable String path) {
        assertRefused("SELFSAME000500", () -> Prefetch.of(path));
        assertRefused("SELFSAME000500", () -> Prefetch.of("toys").then(path));
        assertRefused("SELFSAME000500", () -> Prefetch.of("toys").with(path));
    }

    @Test
    @DisplayName("P12: an attribute of a static metamodel that is not filled yet is refused, and the message says why")
    void missingAttributes() {
        SingularAttribute<Object, Object> reference = null;
        PluralAttribute<Object, ?, Object> collection = null;
        assertRefused("EntityManagerFactory", () -> Prefetch.of(reference));
        assertRefused("EntityManagerFactory", () -> Prefetch.of(collection));
        assertRefused("EntityManagerFactory", () -> Prefetch.of("toys").then(reference));
        assertRefused("EntityManagerFactory", () -> Prefetch.of("toys").then(collection));
    }

    @Test
    @DisplayName("P6: contradictions are refused when they are written down")
    void contradictions() {
        Prefetch<Object, Object> toys = Prefetch.of("toys");
        assertRefused("SELFSAME000502", () -> toys.where(CONDITION).where(CONDITION));
        assertRefused("SELFSAME000502", () -> toys.orderBy(ORDERING).orderBy(ORDERING));
        assertRefused("SELFSAME000502", () -> toys.limit(1).limit(1));
        assertRefused("SELFSAME000503", () -> toys.count().orderBy(ORDERING));
        assertRefused("SELFSAME000503", () -> toys.count().limit(1));
        assertRefused("SELFSAME000503", () -> toys.count().with("maker"));
        assertRefused("SELFSAME000503", () -> toys.orderBy(ORDERING).count());
        assertRefused("SELFSAME000503", () -> toys.limit(1).count());
        assertRefused("SELFSAME000503", () -> toys.with("maker").count());
        assertRefused("SELFSAME000504", () -> toys.limit(0));
        assertRefused("SELFSAME000505", toys::orderBy);
        assertRefused("SELFSAME000506", () -> toys.as(" "));
        assertRefused("SELFSAME000507", () -> toys.where(CONDITION).then("maker"));
        assertRefused("SELFSAME000507", () -> toys.with("maker").then("dogs"));
    }

    @Test
    @DisplayName("P6: whatever makes a prefetch more than a path makes its result a separate one")
    void separate() {
        Prefetch<Object, Object> toys = Prefetch.of("toys");
        assertThat(List.of(toys, toys.then("maker"), toys.with("maker"))).noneMatch(Prefetch::isSeparate);
        assertThat(List.of(toys.where(CONDITION), toys.orderBy(ORDERING), toys.limit(1), toys.count(), toys.as("all")))
                .allMatch(Prefetch::isSeparate);
        assertThat(toys.then("maker").where(CONDITION).name()).isEqualTo("toys.maker");
        assertThat(toys.where(CONDITION).as("new").name()).isEqualTo("new");
    }

    @Test
    @DisplayName("P4: a prefetch is a value: what is made of it leaves it as it is")
    void values() {
        Prefetch<Object, Object> toys = Prefetch.of("toys");
        Prefetch<Object, Object> latest = toys.where(CONDITION)
                .orderBy(ORDERING)
                .limit(2)
                .as("latest")
                .with("maker")
                .with(Prefetch.of("dogs").count());

        assertThat(toys).isEqualTo(Prefetch.of("toys")).hasSameHashCodeAs(Prefetch.of("toys"));
        assertThat(toys).isNotEqualTo(latest).isNotEqualTo(toys.then("maker"));
        assertThat(latest.path()).containsExactly("toys");
        assertThat(latest.condition()).isSameAs(CONDITION);
        assertThat(latest.limit()).hasValue(2);
        assertThat(latest.nested())
                .containsExactly(Prefetch.of("maker"), Prefetch.of("dogs").count());
        assertThat(latest)
                .hasToString("toys filtered sorted limited to 2 per owner as 'latest' with [maker, dogs counted]");
    }
}
