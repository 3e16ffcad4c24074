package io.github.selfsame.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.internal.cdi.IdentityMapExtension;
import io.github.selfsame.prefetching.RecordingAdapter;
import io.github.selfsame.spi.IdentityMapRuntimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.Interceptors;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    @AfterEach
    void noRuntimeIsLeft() {
        assertThat(IdentityMapRuntimes.current()).isNull();
    }

    @AfterEach
    void noProblemIsLeft() {
        RecordingAdapter.PROBLEMS.clear();
    }

    @Test
    @DisplayName("S4: found on the class path, the library sets itself up, and intercepts once")
    void isDiscovered() {
        // with discovery, so that this jar's own descriptor and service file are what counts
        Weld weld = new Weld().addBeanClasses(Counter.class);
        try (WeldContainer container = weld.initialize()) {
            Counter counter = container.select(Counter.class).get();

            assertThat(counter.work()).isNotNull();
            assertThat(counter.maps()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("S1: each container has its runtime, until it is shut down")
    void registersWhileTheContainerLives() {
        try (WeldContainer first = container(Counter.class);
                WeldContainer second = container(Counter.class)) {
            IdentityMaps firstMaps = first.select(IdentityMaps.class).get();
            IdentityMaps secondMaps = second.select(IdentityMaps.class).get();
            try (var activation = firstMaps.open()) {
                assertThat(IdentityMapRuntimes.current()).isSameAs(activation.map());
                assertThat(secondMaps.current()).isEmpty();
            }
            try (var activation = secondMaps.open()) {
                assertThat(IdentityMapRuntimes.current()).isSameAs(activation.map());
            }
        }
    }

    @Test
    @DisplayName("D1: a map that is open when its container shuts down is not seen any more")
    void forgetsAtShutdown() {
        IdentityMaps maps;
        try (WeldContainer container = container(Counter.class)) {
            maps = container.select(IdentityMaps.class).get();
            maps.open();
            assertThat(IdentityMapRuntimes.current()).isNotNull();
        }
        assertThat(IdentityMapRuntimes.current()).isNull();
    }

    @Test
    @DisplayName("S9: contradictions are reported at deployment, all at once, with element, fault and remedy")
    void reportsContradictions() {
        assertThatThrownBy(() -> container(ContradictingType.class, ContradictingMethod.class, Counter.class))
                .hasMessageContaining("SELFSAME000202")
                .hasMessageContaining("2")
                .hasMessageContaining("SELFSAME000203: " + ContradictingType.class.getName() + " has both")
                .hasMessageContaining("SELFSAME000203: " + ContradictingMethod.class.getName() + ".work has both")
                .hasMessageContaining("Remove one");
    }

    @Test
    @DisplayName("S9: so are those that come by stereotypes and by @Interceptors")
    void reportsIndirectContradictions() {
        assertThatThrownBy(() -> container(ContradictedStereotype.class, ContradictingInterceptors.class))
                .hasMessageContaining("Problems found: 3")
                .hasMessageContaining("SELFSAME000203: " + ContradictedStereotype.class.getName() + " has both")
                .hasMessageContaining(
                        "SELFSAME000203: " + ContradictingInterceptors.class.getName() + ".mixed has both")
                .hasMessageContaining(
                        "SELFSAME000203: " + ContradictingInterceptors.class.getName() + ".named has both");
    }

    @Test
    @DisplayName("S9: what adapters find wrong with persistence units is reported at deployment")
    void reportsProblemsOfAdapters() {
        RecordingAdapter.PROBLEMS.add("unit 'kennel' lacks a line");

        assertThatThrownBy(() -> container(Counter.class, ContradictingType.class))
                .hasMessageContaining("SELFSAME000202")
                .hasMessageContaining("unit 'kennel' lacks a line")
                .hasMessageContaining("SELFSAME000203");
        assertThat(IdentityMapRuntimes.exist()).isFalse();
    }

    private static WeldContainer container(Class<?>... beanClasses) {
        return new Weld()
                .disableDiscovery()
                .containerId("container" + System.nanoTime())
                .addExtension(new IdentityMapExtension())
                .addBeanClasses(beanClasses)
                .initialize();
    }

    @ApplicationScoped
    static class Counter {

        private final List<IdentityMap> maps = new ArrayList<>();

        @UseIdentityMap(nesting = Nesting.NEW)
        Object work() {
            return this;
        }

        int maps() {
            return maps.size();
        }

        void opened(@Observes @Initialized(IdentityMapScoped.class) IdentityMap map) {
            maps.add(map);
        }
    }

    @UseIdentityMap
    @BypassIdentityMap
    @Dependent
    static class ContradictingType {}

    @Dependent
    static class ContradictingMethod {

        @UseIdentityMap
        @BypassIdentityMap
        void work() {}
    }

    @UseIdentityMap
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface WithMap {}

    @WithMap
    @BypassIdentityMap
    @Dependent
    static class ContradictedStereotype {}

    @Dependent
    static class ContradictingInterceptors {

        @UseIdentityMap
        @Interceptors(BypassIdentityMapInterceptor.class)
        void mixed() {}

        @Interceptors({UseIdentityMapInterceptor.class, BypassIdentityMapInterceptor.class})
        void named() {}

        @Interceptors(UseIdentityMapInterceptor.class)
        @UseIdentityMap(nesting = Nesting.NEW)
        void agreed() {}
    }
}
