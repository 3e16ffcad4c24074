package io.github.selfsame.elements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The annotations on all that a container calls. */
@EnableWeld
class AnnotatedElementsTest {

    @WeldSetup
    WeldInitiator weld =
            Containers.with(Notes.class, Listener.class, Factory.class, Loose.class, Single.class, Child.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Notes notes;

    @Inject
    Event<Bark> barks;

    @Inject
    Instance<Bone> bones;

    @Inject
    Loose loose;

    @Inject
    Single single;

    @Inject
    Child child;

    @AfterEach
    void nothingIsLeft() {
        assertThat(identityMaps.current()).isEmpty();
    }

    @Test
    @DisplayName("S4: an observer has a map of its own, or that of the one who fires; or bypasses it")
    void interceptsObservers() {
        barks.fire(new Bark());
        assertThat(notes.map("observer")).isNotNull().matches(map -> !map.isOpen());

        try (IdentityMapActivation activation = identityMaps.open()) {
            barks.fire(new Bark());
            assertThat(notes.map("observer")).isSameAs(activation.map());
            assertThat(notes.map("bypassing observer")).isNull();
        }
    }

    @Test
    @DisplayName("S4: an asynchronous observer does not inherit a map")
    void interceptsAsynchronousObservers() throws Exception {
        try (IdentityMapActivation activation = identityMaps.open()) {
            barks.fireAsync(new Bark()).toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(notes.map("asynchronous")).isNotNull().isNotSameAs(activation.map());
        }
    }

    @Test
    @DisplayName("S4: producers and disposers have a map")
    void interceptsProducers() {
        Instance.Handle<Bone> bone = bones.getHandle();
        IdentityMap ofProducer = bone.get().map();
        assertThat(ofProducer).isNotNull().matches(map -> !map.isOpen());
        bone.destroy();
        assertThat(notes.map("disposer")).isNotNull().isNotSameAs(ofProducer);
    }

    @Test
    @DisplayName("S4: @Dependent and @Singleton beans, which have no proxy, are intercepted as well")
    void interceptsWithoutProxies() {
        assertThat(loose.work()).isNotNull();
        assertThat(single.work()).isNotNull();
    }

    @Test
    @DisplayName("S4: methods are inherited with their annotations, unless they are overridden without")
    void inheritsMethods() {
        assertThat(child.inherited()).isNotNull();
        assertThat(child.overridden()).isNull();
    }

    private static class Bark {}

    record Bone(@Nullable IdentityMap map) {}

    @ApplicationScoped
    static class Notes {

        private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
        private final List<@Nullable IdentityMap> maps = Collections.synchronizedList(new ArrayList<>());

        @Inject
        IdentityMaps identityMaps;

        void take(String key) {
            keys.add(key);
            maps.add(identityMaps.current().orElse(null));
        }

        @Nullable IdentityMap map(String key) {
            int index = keys.lastIndexOf(key);
            assertThat(index).as(key).isNotNegative();
            return maps.get(index);
        }
    }

    @ApplicationScoped
    static class Listener {

        @Inject
        Notes notes;

        @UseIdentityMap
        void heard(@Observes Bark bark) {
            notes.take("observer");
        }

        @BypassIdentityMap
        void heardWithoutMap(@Observes Bark bark) {
            notes.take("bypassing observer");
        }

        @UseIdentityMap
        void heardLater(@ObservesAsync Bark bark) {
            notes.take("asynchronous");
        }
    }

    @ApplicationScoped
    static class Factory {

        @Inject
        Notes notes;

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap
        @Produces
        @Dependent
        Bone bone() {
            return new Bone(identityMaps.current().orElse(null));
        }

        @UseIdentityMap
        void dispose(@Disposes Bone bone) {
            notes.take("disposer");
        }
    }

    @Dependent
    static class Loose {

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap
        @Nullable IdentityMap work() {
            return identityMaps.current().orElse(null);
        }
    }

    @Singleton
    static class Single {

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap
        @Nullable IdentityMap work() {
            return identityMaps.current().orElse(null);
        }
    }

    abstract static class Parent {

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap
        @Nullable IdentityMap inherited() {
            return identityMaps.current().orElse(null);
        }

        @UseIdentityMap
        @Nullable IdentityMap overridden() {
            return identityMaps.current().orElse(null);
        }
    }

    @ApplicationScoped
    static class Child extends Parent {

        @Override
        @Nullable IdentityMap overridden() {
            return identityMaps.current().orElse(null);
        }
    }
}
