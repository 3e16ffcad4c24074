package io.github.selfsame.prefetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import io.github.selfsame.prefetch.PrefetchOutcome;
import io.github.selfsame.prefetch.PrefetchOutcome.StepOutcome;
import io.github.selfsame.prefetch.PrefetchPlan.Kind;
import io.github.selfsame.prefetch.PrefetchPlan.Step;
import io.github.selfsame.prefetch.Prefetched;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.prefetching.RecordingAdapter.Dog;
import io.github.selfsame.prefetching.RecordingAdapter.Unit;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.PrefetchResult;
import io.github.selfsame.spi.PrefetchResult.PerOwner;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class PrefetchedTest {

    private static final Prefetch<Object, Object> SQUEAKY =
            Prefetch.of("toys").where((builder, toy) -> builder.conjunction()).as("squeaky");
    private static final Prefetch<Object, Object> LATEST =
            Prefetch.of("toys").limit(1).as("latest");
    private static final Prefetch<Object, Object> NUMBER = Prefetch.of("toys").count();

    @WeldSetup
    WeldInitiator weld = Containers.with();

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Prefetcher prefetcher;

    private IdentityMapActivation activation;
    private final Dog rex = new Dog(1);
    private final Dog fay = new Dog(2);
    private Prefetched prefetched;

    @BeforeEach
    void prefetch() {
        activation = identityMaps.open();
        Objects.requireNonNull(IdentityMapRuntimes.current()).partition(new Unit("kennel", true));
        StepOutcome step = new StepOutcome(new Step(Kind.SEPARATE, List.of("toys"), "Toy"), 2, 0, 1, 3, 1, 2);
        RecordingAdapter.answer = new PrefetchResult(
                Map.of(
                        "squeaky", new PerOwner(false, false, byOwner(List.of("ball", "bone"), List.of())),
                        "latest", new PerOwner(false, true, byOwner(List.of("ball"), List.of())),
                        "toys", new PerOwner(true, false, byOwner(2L, 0L))),
                new PrefetchOutcome("Dog", List.of(step, step)));
        prefetched = prefetcher.prefetch(List.of(rex, fay), SQUEAKY, LATEST, NUMBER);
    }

    private IdentityHashMap<Object, Object> byOwner(Object ofRex, Object ofFay) {
        IdentityHashMap<Object, Object> results = new IdentityHashMap<>();
        results.put(rex, ofRex);
        results.put(fay, ofFay);
        return results;
    }

    @AfterEach
    void close() {
        RecordingAdapter.answer = PrefetchResult.nothing();
        activation.close();
    }

    private static void assertRefused(String id, ThrowingCallable look) {
        assertThatExceptionOfType(PrefetchException.class).isThrownBy(look).withMessageContaining(id);
    }

    @Test
    @DisplayName("P6: each owner has its result, by name and by the prefetch itself")
    void results() {
        assertThat(prefetched.list(rex, "squeaky", String.class)).containsExactly("ball", "bone");
        assertThat(prefetched.list(fay, SQUEAKY)).isEmpty();
        assertThat(prefetched.single(rex, "latest", String.class)).hasValue("ball");
        assertThat(prefetched.single(fay, LATEST)).isEmpty();
        assertThat(prefetched.list(rex, LATEST)).containsExactly("ball");
        assertThat(prefetched.count(rex, "toys")).isEqualTo(2);
        assertThat(prefetched.count(fay, NUMBER)).isZero();
    }

    @Test
    @DisplayName("P6: an unknown name or owner is an error that says what there is; owners are looked up by identity")
    void unknown() {
        assertRefused("SELFSAME000305", () -> prefetched.list(rex, "squeeky", String.class));
        assertRefused("latest, toys", () -> prefetched.count(rex, "dogs"));
        assertRefused("SELFSAME000306", () -> prefetched.list(new Dog(1), "squeaky", String.class));
        assertRefused("SELFSAME000306", () -> prefetched.count("Rex", NUMBER));
        assertRefused("SELFSAME000309", () -> prefetched.list(rex, Prefetch.of("toys")));
        assertRefused("SELFSAME000309", () -> prefetched.list(rex, LATEST.with("maker")));
    }

    @Test
    @DisplayName("P6: a result asked for as what it is not is an error that names the right way")
    void otherKind() {
        assertRefused("Prefetched.count", () -> prefetched.list(rex, "toys", String.class));
        assertRefused("Prefetched.count", () -> prefetched.single(rex, NUMBER));
        assertRefused("Prefetched.list", () -> prefetched.single(rex, SQUEAKY));
        assertRefused("Prefetched.list", () -> prefetched.count(rex, SQUEAKY));
        assertRefused("Prefetched.single", () -> prefetched.count(rex, LATEST));
        assertRefused("SELFSAME000308", () -> prefetched.list(rex, "squeaky", Integer.class));
        assertRefused("SELFSAME000308", () -> prefetched.single(rex, "latest", Integer.class));
    }

    @Test
    @DisplayName("P6, C7: without entities there are results without owners")
    void noEntities() {
        Prefetched nothing = prefetcher.prefetch(List.of(), SQUEAKY);
        assertRefused("SELFSAME000306", () -> nothing.list(rex, SQUEAKY));
        assertRefused("SELFSAME000305", () -> nothing.list(rex, "toys", String.class));
        assertThat(nothing.outcome().statements()).isZero();
    }

    @Test
    @DisplayName("P14: the outcome adds its steps up, and is a table as text")
    void outcome() {
        PrefetchOutcome outcome = prefetched.outcome();
        assertThat(outcome.statements()).isEqualTo(2);
        assertThat(outcome.rows()).isEqualTo(6);
        assertThat(outcome.reused()).isEqualTo(2);
        assertThat(outcome.built()).isEqualTo(4);
        assertThat(outcome.toString().lines())
                .hasSize(3)
                .contains("1. toys (SEPARATE of Toy): 2 owners, 0 loaded before; 1 statements, 3 rows;"
                        + " 1 instances reused, 2 built");
    }

    @Test
    @DisplayName("P14: a plan needs an entity and a map")
    void explain() {
        assertThat(prefetcher.explain(List.of(rex), SQUEAKY)).hasToString("Prefetch for Dog");
        assertRefused("SELFSAME000310", () -> prefetcher.explain(List.of(), SQUEAKY));
        try (IdentityMapActivation bypass = identityMaps.bypass()) {
            assertThat(bypass).isNotNull();
            assertThatExceptionOfType(ContextNotActiveException.class)
                    .isThrownBy(() -> prefetcher.explain(List.of(rex), SQUEAKY));
            assertThatExceptionOfType(ContextNotActiveException.class)
                    .isThrownBy(() -> prefetcher.prefetch(List.of(rex), SQUEAKY));
        }
    }
}
