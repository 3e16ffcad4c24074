package io.github.selfsame.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.internal.cdi.IdentityMapExtension;
import jakarta.annotation.PostConstruct;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LifetimeDeploymentTest {

    @Test
    @DisplayName("S9: lifetimes that are no normal scopes are reported, all at once, also those of stereotypes")
    void reportsLifetimes() {
        assertThatThrownBy(() ->
                        start(NoScope.class, NoNormalScope.class, OwnScope.class, OfStereotype.class, Overloaded.class))
                .hasMessageContaining("SELFSAME000202")
                .hasMessageContaining("Problems found: 6")
                .hasMessageContaining("SELFSAME000204: " + NoScope.class.getName()
                        + ".work has @UseIdentityMap(lifetime = " + Deprecated.class.getName() + ")")
                .hasMessageContaining("SELFSAME000204: " + NoNormalScope.class.getName() + " has")
                .hasMessageContaining("SELFSAME000204: " + OwnScope.class.getName() + " has")
                .hasMessageContaining(".same has @UseIdentityMap(lifetime = " + Deprecated.class.getName() + ")")
                .hasMessageContaining(".same has @UseIdentityMap(lifetime = " + Singleton.class.getName() + ")")
                .hasMessageContaining("SELFSAME000204: " + OfStereotype.class.getName() + " has")
                .hasMessageContaining("such as RequestScoped");
    }

    @Test
    @DisplayName("S9: annotations where nothing is intercepted are reported")
    void reportsIneffectiveAnnotations() {
        assertThatThrownBy(() -> start(Ineffective.class, Deco.class))
                .hasMessageContaining("Problems found: 5")
                .hasMessageContaining("SELFSAME000205: " + Ineffective.class.getName()
                        + ".hidden has @UseIdentityMap, which has no effect on a private method")
                .hasMessageContaining(".shared has @BypassIdentityMap, which has no effect on a static method")
                .hasMessageContaining(".created has @UseIdentityMap, which has no effect on a callback")
                .hasMessageContaining(Deco.class.getName() + " has @UseIdentityMap, which has no effect on a decorator")
                .hasMessageContaining(".work has @BypassIdentityMap, which has no effect on a method of a decorator")
                .hasMessageContaining("Move the annotation");
    }

    @Test
    @DisplayName("S9: elements that want different things of one scope's map are reported, those that agree are not")
    void reportsContradictingOptions() {
        assertThatThrownBy(() -> start(Repeatable.class, Revalidated.class, Agreeing.class))
                .hasMessageContaining("Problems found: 1")
                .hasMessageContaining("SELFSAME000209: " + Repeatable.class.getName() + " and "
                        + Revalidated.class.getName() + ".work ask for different options")
                .hasMessageContainingAll("REPEATABLE", "REVALIDATED", "@" + RequestScoped.class.getName());
    }

    @Test
    @DisplayName("S9: so are those that name no lifetime, where the settings name one")
    void reportsContradictingOptionsOfTheDefaultLifetime() {
        System.setProperty("selfsame.default-lifetime", "request");
        try {
            assertThatThrownBy(() -> start(Repeatable.class, ByDefault.class))
                    .hasMessageContaining("SELFSAME000209")
                    .hasMessageContaining(ByDefault.class.getName());
        } finally {
            System.clearProperty("selfsame.default-lifetime");
        }
        start(Repeatable.class, ByDefault.class);
    }

    private static void start(Class<?>... beanClasses) {
        new Weld()
                .disableDiscovery()
                .containerId("container" + System.nanoTime())
                .addExtension(new IdentityMapExtension())
                .addBeanClasses(beanClasses)
                .initialize()
                .close();
    }

    @Dependent
    static class NoScope {

        @UseIdentityMap(lifetime = Deprecated.class)
        void work() {}
    }

    @UseIdentityMap(lifetime = Singleton.class)
    @Dependent
    static class NoNormalScope {}

    @UseIdentityMap(lifetime = IdentityMapScoped.class)
    @Dependent
    static class OwnScope {}

    @Dependent
    static class Overloaded {

        @UseIdentityMap(lifetime = Deprecated.class)
        void same() {}

        @UseIdentityMap(lifetime = Singleton.class)
        void same(int parameter) {}
    }

    @UseIdentityMap(lifetime = Dependent.class)
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface WithLifetime {}

    @WithLifetime
    @Dependent
    static class OfStereotype {}

    @UseIdentityMap(lifetime = RequestScoped.class, freshness = Freshness.REPEATABLE)
    @Dependent
    static class Repeatable {}

    @Dependent
    static class Revalidated {

        @UseIdentityMap(lifetime = RequestScoped.class, freshness = Freshness.REVALIDATED)
        void work() {}
    }

    @Dependent
    static class Agreeing {

        @UseIdentityMap(lifetime = RequestScoped.class, divergence = Divergence.FAIL)
        void request() {}

        @UseIdentityMap(lifetime = ApplicationScoped.class, freshness = Freshness.VERSIONED)
        void application() {}
    }

    @UseIdentityMap(freshness = Freshness.REVALIDATED)
    @Dependent
    static class ByDefault {}

    @ApplicationScoped
    static class Ineffective {

        @UseIdentityMap
        private int hidden() {
            return 1;
        }

        @BypassIdentityMap
        static void shared() {}

        @PostConstruct
        @UseIdentityMap
        void created() {
            hidden();
        }
    }

    interface Worker {

        void work();
    }

    @Decorator
    @UseIdentityMap
    static class Deco implements Worker {

        @Inject
        @Delegate
        @Any
        Worker worker;

        @BypassIdentityMap
        @Override
        public void work() {}
    }
}
