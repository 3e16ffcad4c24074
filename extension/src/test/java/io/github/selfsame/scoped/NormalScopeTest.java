package io.github.selfsame.scoped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.support.Containers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the CDI specification asks of a normal scope, for beans of {@link IdentityMapScoped}. */
@EnableWeld
class NormalScopeTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(
            Toy.class,
            LoudInterceptor.class,
            PoliteDecorator.class,
            Workshop.class,
            Hen.class,
            Egg.class,
            Fragile.class,
            ByStereotype.class,
            Log.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Toy toy;

    @Inject
    Instance<Object> all;

    @Inject
    Box<String> words;

    @Inject
    Box<Integer> numbers;

    @Inject
    Speaker speaker;

    @Inject
    @Crafted
    Product product;

    @Inject
    Hen hen;

    @Inject
    Fragile fragile;

    @Inject
    ByStereotype byStereotype;

    @Inject
    Event<Ring> ring;

    @Inject
    Log log;

    @Inject
    BeanManager beanManager;

    @Test
    @DisplayName("S2: the scope is normal and not passivating, and what is injected is a proxy made before any map")
    void isANormalScope() {
        assertThat(beanManager.isNormalScope(IdentityMapScoped.class)).isTrue();
        assertThat(beanManager.isPassivatingScope(IdentityMapScoped.class)).isFalse();
        assertThat(toy.getClass()).isNotEqualTo(Toy.class);
        assertThat(log.entries()).doesNotContain("toy made");
        assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(toy::squeak);
        assertThatExceptionOfType(ContextNotActiveException.class)
                .isThrownBy(() -> beanManager.getContext(IdentityMapScoped.class));
    }

    @Test
    @DisplayName("S2: an instance is made at the first call, once for each map, whoever calls")
    void makesOneInstance() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            assertThat(log.entries()).doesNotContain("toy made");
            assertThat(toy.squeak()).isEqualTo(1);
            assertThat(all.select(Toy.class).get().squeak()).isEqualTo(2);
            assertThat(log.entries()).containsOnlyOnce("toy made");
        }
    }

    @Test
    @DisplayName(
            "S2: the context gives nothing without a creational context, the same instance otherwise, and destroys")
    void isAnAlterableContext() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            Context context = beanManager.getContext(IdentityMapScoped.class);
            @SuppressWarnings("unchecked")
            Bean<Toy> bean = (Bean<Toy>) beanManager.resolve(beanManager.getBeans(Toy.class));

            assertThat(context).isInstanceOf(AlterableContext.class);
            assertThat(context.getScope()).isEqualTo(IdentityMapScoped.class);
            assertThat(context.get(bean)).isNull();
            Toy instance = context.get(bean, beanManager.createCreationalContext(bean));
            assertThat(context.get(bean)).isSameAs(instance);
            assertThat(context.get(bean, beanManager.createCreationalContext(bean)))
                    .isSameAs(instance);

            all.select(Toy.class).destroy(toy);

            assertThat(log.entries()).containsOnlyOnce("toy gone");
            assertThat(context.get(bean)).isNull();
            assertThat(toy.squeak()).isEqualTo(1);
        }
        assertThat(log.entries()).filteredOn("toy gone"::equals).hasSize(2);
    }

    @Test
    @DisplayName("S2: interceptors and decorators are around the instance")
    void isInterceptedAndDecorated() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            assertThat(speaker.speak()).isEqualTo("DEAR SQUEAK 1");
            assertThat(toy.squeak()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("S2: generic types are told apart, as produced beans of one generic class")
    void knowsGenerics() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            words.add("ball");
            numbers.add(1);
            words.add("rope");

            assertThat(words.content()).containsExactly("ball", "rope");
            assertThat(numbers.content()).containsExactly(1);
        }
    }

    @Test
    @DisplayName("S2: producer methods and fields make an instance for each map, and disposers take it back at its end")
    void producesAndDisposes() {
        try (IdentityMapActivation first = identityMaps.open()) {
            assertThat(first).isNotNull();
            assertThat(product.name()).isEqualTo("product 1");
            assertThat(product.name()).isEqualTo("product 1");
            try (IdentityMapActivation second = identityMaps.open()) {
                assertThat(second).isNotNull();
                assertThat(product.name()).isEqualTo("product 2");
            }
            assertThat(log.entries()).contains("disposed product 2").doesNotContain("disposed product 1");
        }
        assertThat(log.entries()).contains("disposed product 1");
    }

    @Test
    @DisplayName("S2: beans that need each other in a circle work")
    void allowsCircles() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            assertThat(hen.layAndHatch()).isEqualTo("chick");
        }
    }

    @Test
    @DisplayName("S2: an instance that can't be made leaves nothing, and the next call tries again")
    void triesAgain() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            assertThatThrownBy(fragile::call).hasStackTraceContaining("first try");
            fragile.call();
        }
    }

    @Test
    @DisplayName("S2: a stereotype can bring the scope")
    void comesByStereotype() {
        assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(byStereotype::call);
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            assertThat(byStereotype.call()).isEqualTo(1);
            assertThat(byStereotype.call()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("S2: observers in the scope are notified while a map is current; conditional ones if they exist")
    void observes() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            ring.fire(new Ring());
            assertThat(log.entries()).contains("hen heard").doesNotContain("toy heard");
            toy.squeak();
            ring.fire(new Ring());
            assertThat(log.entries()).contains("toy heard");
        }
    }

    @Test
    @DisplayName("S2: on another thread the scope is not active")
    void isNotActiveElsewhere() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(activation).isNotNull();
            toy.squeak();
            other.submit(() -> assertThatExceptionOfType(ContextNotActiveException.class)
                            .isThrownBy(toy::squeak))
                    .get();
        } finally {
            other.shutdownNow();
        }
    }

    record Ring() {}

    @ApplicationScoped
    static class Log {

        private final List<String> entries = Collections.synchronizedList(new ArrayList<>());
        private int tries;

        List<String> entries() {
            return entries;
        }

        int nextTry() {
            tries++;
            return tries;
        }
    }

    interface Speaker {

        String speak();
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Loud {}

    @Loud
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    static class LoudInterceptor {

        @AroundInvoke
        @Nullable Object around(InvocationContext context) throws Exception {
            Object result = context.proceed();
            return result instanceof String text ? text.toUpperCase(Locale.ROOT) : result;
        }
    }

    @Decorator
    @Priority(Interceptor.Priority.APPLICATION)
    static class PoliteDecorator implements Speaker {

        @Inject
        @Delegate
        @Any
        Speaker delegate;

        @Override
        public String speak() {
            return "dear " + delegate.speak();
        }
    }

    @Loud
    @IdentityMapScoped
    static class Toy implements Speaker {

        private int squeaks;

        @Inject
        Log log;

        int squeak() {
            squeaks++;
            return squeaks;
        }

        @Override
        public String speak() {
            return "squeak " + squeak();
        }

        void heard(@Observes(notifyObserver = Reception.IF_EXISTS) Ring event) {
            log.entries().add("toy heard");
        }

        @PostConstruct
        void made() {
            log.entries().add("toy made");
        }

        @PreDestroy
        void gone() {
            log.entries().add("toy gone");
        }
    }

    /** A parameterized class can be a bean of a normal scope by being produced only. */
    static class Box<T> {

        private final List<T> content = new ArrayList<>();

        void add(T thing) {
            content.add(thing);
        }

        List<T> content() {
            return content;
        }
    }

    @Qualifier @Retention(RetentionPolicy.RUNTIME)
    @interface Crafted {}

    interface Product {

        String name();
    }

    @ApplicationScoped
    static class Workshop {

        private int made;

        @Inject
        Log log;

        @Produces
        @Crafted
        @IdentityMapScoped
        Product product() {
            made++;
            String name = "product " + made;
            return () -> name;
        }

        @Produces
        @IdentityMapScoped
        Box<String> words() {
            return new Box<>();
        }

        @Produces
        @IdentityMapScoped
        Box<Integer> numbers() {
            return new Box<>();
        }

        void dispose(@Disposes @Crafted Product product) {
            log.entries().add("disposed " + product.name());
        }
    }

    @IdentityMapScoped
    static class Hen {

        @Inject
        Egg egg;

        @Inject
        Log log;

        String layAndHatch() {
            return egg.hatch();
        }

        String chick() {
            return "chick";
        }

        void heard(@Observes Ring event) {
            log.entries().add("hen heard");
        }
    }

    @IdentityMapScoped
    static class Egg {

        @Inject
        Hen hen;

        String hatch() {
            return hen.chick();
        }
    }

    @IdentityMapScoped
    static class Fragile {

        @Inject
        Log log;

        @PostConstruct
        void made() {
            if (log.nextTry() == 1) {
                throw new IllegalStateException("first try");
            }
        }

        void call() {}
    }

    @IdentityMapScoped
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @interface PerMap {}

    @PerMap
    static class ByStereotype {

        private int calls;

        int call() {
            calls++;
            return calls;
        }
    }
}
