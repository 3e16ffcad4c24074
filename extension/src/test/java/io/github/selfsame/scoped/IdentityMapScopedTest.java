package io.github.selfsame.scoped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.support.Containers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class IdentityMapScopedTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Basket.class, Lead.class, Stubborn.class, Straggler.class, Diary.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Basket basket;

    @Inject
    Stubborn stubborn;

    @Inject
    Straggler straggler;

    @Inject
    Diary diary;

    @Inject
    BeanManager beanManager;

    @AfterEach
    void nothingIsCurrent() {
        assertThat(identityMaps.current()).isEmpty();
    }

    @Test
    @DisplayName("S2: one instance for each map")
    void oneInstanceForEachMap() {
        try (IdentityMapActivation first = identityMaps.open()) {
            basket.put("ball");
            try (IdentityMapActivation second = identityMaps.open()) {
                assertThat(basket.content()).isEmpty();
                assertThat(second.map()).isNotSameAs(first.map());
            }
            assertThat(basket.content()).containsExactly("ball");
        }
        try (IdentityMapActivation third = identityMaps.open()) {
            assertThat(third).isNotNull();
            assertThat(basket.content()).isEmpty();
        }
    }

    @Test
    @DisplayName("S2, S6: the instance stays with a map that is resumed")
    void staysWithTheMap() {
        IdentityMap map = identityMaps.create();
        try (IdentityMapActivation activation = identityMaps.resume(map)) {
            assertThat(activation).isNotNull();
            basket.put("ball");
        }
        try (IdentityMapActivation activation = identityMaps.resume(map)) {
            assertThat(activation).isNotNull();
            assertThat(basket.content()).containsExactly("ball");
        }
        assertThat(diary.entries()).doesNotContain("basket destroyed");

        map.close();

        assertThat(diary.entries()).contains("basket destroyed");
    }

    @Test
    @DisplayName("S2: callbacks and events come in order, and the map is the payload")
    void callsBackAndFiresEvents() {
        IdentityMap map;
        try (IdentityMapActivation activation = identityMaps.open()) {
            map = activation.map();
            basket.put("ball");
        }

        assertThat(diary.entries())
                .containsExactly(
                        "initialized, current",
                        "basket created",
                        "before destroyed, current, basket holds [ball]",
                        "basket destroyed",
                        "lead destroyed",
                        "destroyed, not current");
        assertThat(diary.maps()).containsExactly(map, map, map);
    }

    @Test
    @DisplayName("S2, S6: a created map fires its events as well")
    void firesEventsForCreatedMaps() {
        IdentityMap map = identityMaps.create();
        assertThat(diary.entries()).containsExactly("initialized, current");

        map.close();

        assertThat(diary.maps()).containsExactly(map, map, map);
    }

    @Test
    @DisplayName("S2: without a map the scope is not active")
    void isNotActiveWithoutMap() {
        assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(basket::content);
    }

    @Test
    @DisplayName("S2, R18: under bypass the scope is not active")
    void isNotActiveUnderBypass() {
        try (IdentityMapActivation map = identityMaps.open();
                IdentityMapActivation bypass = identityMaps.bypass()) {
            assertThat(map).isNotEqualTo(bypass);
            assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(basket::content);
        }
    }

    @Test
    @DisplayName("S2: an instance can be destroyed on its own")
    void destroysSingleInstances() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            basket.put("ball");
            Set<Bean<?>> beans = beanManager.getBeans(Basket.class);
            AlterableContext context = (AlterableContext) beanManager.getContext(IdentityMapScoped.class);
            Bean<?> bean = beanManager.resolve(beans);
            context.destroy(bean);
            context.destroy(bean);

            assertThat(diary.entries()).containsOnlyOnce("basket destroyed");
            assertThat(basket.content()).isEmpty();
        }
    }

    @Test
    @DisplayName("S1, S2: a bean that can't be destroyed does not keep the others, or the map")
    void survivesFailingDestruction() {
        IdentityMapActivation activation = identityMaps.open();
        basket.put("ball");
        stubborn.call();

        activation.close();

        assertThat(activation.map().isOpen()).isFalse();
        assertThat(diary.entries()).contains("basket destroyed", "destroyed, not current");
    }

    @Test
    @DisplayName("S1, S2: while a map ends no bean can be created any more")
    void createsNothingAtTheEnd() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            straggler.call();
        }

        assertThat(diary.entries())
                .contains("straggler refused: SELFSAME000201")
                .doesNotContain("basket created");
    }

    @IdentityMapScoped
    static class Basket {

        private final List<String> content = new ArrayList<>();

        @Inject
        Diary diary;

        @Inject
        Lead lead;

        void put(String thing) {
            content.add(thing);
        }

        List<String> content() {
            return content;
        }

        @PostConstruct
        void created() {
            diary.entries().add("basket created");
        }

        @PreDestroy
        void destroyed() {
            diary.entries().add("basket destroyed");
        }
    }

    @Dependent
    static class Lead {

        @Inject
        Diary diary;

        @PreDestroy
        void destroyed() {
            diary.entries().add("lead destroyed");
        }
    }

    @IdentityMapScoped
    static class Stubborn {

        void call() {}

        @PreDestroy
        void destroyed() {
            throw new IllegalStateException("I stay");
        }
    }

    @IdentityMapScoped
    static class Straggler {

        @Inject
        Basket basket;

        @Inject
        Diary diary;

        void call() {}

        @PreDestroy
        void destroyed() {
            try {
                basket.put("ball");
            } catch (ContextNotActiveException e) {
                String message = String.valueOf(e.getMessage());
                diary.entries().add("straggler refused: " + message.substring(0, message.indexOf(':')));
            }
        }
    }

    @ApplicationScoped
    static class Diary {

        final List<String> entries = new ArrayList<>();
        final List<IdentityMap> maps = new ArrayList<>();

        List<String> entries() {
            return entries;
        }

        List<IdentityMap> maps() {
            return maps;
        }

        @Inject
        IdentityMaps identityMaps;

        @Inject
        Basket basket;

        void initialized(@Observes @Initialized(IdentityMapScoped.class) IdentityMap map) {
            add("initialized", map, null);
        }

        void beforeDestroyed(@Observes @BeforeDestroyed(IdentityMapScoped.class) IdentityMap map) {
            boolean used = entries.contains("basket created");
            add("before destroyed", map, used ? ", basket holds " + basket.content() : null);
        }

        void destroyed(@Observes @Destroyed(IdentityMapScoped.class) IdentityMap map) {
            add("destroyed", map, null);
        }

        private void add(String event, IdentityMap map, @Nullable String addition) {
            boolean current =
                    identityMaps.current().filter(candidate -> candidate == map).isPresent();
            entries.add(event + (current ? ", current" : ", not current") + (addition == null ? "" : addition));
            maps.add(map);
        }
    }
}
