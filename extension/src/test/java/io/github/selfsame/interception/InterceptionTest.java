package io.github.selfsame.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class InterceptionTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(
            Outer.class,
            Plain.class,
            Using.class,
            Bypassing.class,
            Stereotyped.class,
            Classic.class,
            ClassicBypassing.class,
            Derived.class);

    @Inject
    IdentityMaps identityMaps;

    /** A bean of its own: a container may take a call back into the same instance for one that is not intercepted. */
    @Inject
    Outer outer;

    @Inject
    Plain plain;

    @Inject
    Using using;

    @Inject
    Bypassing bypassing;

    @Inject
    Stereotyped stereotyped;

    @Inject
    Classic classic;

    @Inject
    ClassicBypassing classicBypassing;

    @Inject
    Derived derived;

    @AfterEach
    void nothingIsLeft() {
        assertThat(identityMaps.current()).isEmpty();
        assertThat(IdentityMapRuntimes.current()).isNull();
        assertThat(IdentityMapRuntimes.surrounding()).isEmpty();
    }

    private @Nullable IdentityMap current() {
        return identityMaps.current().orElse(null);
    }

    @Test
    @DisplayName("S4, S1: an annotated method runs in a map that ends with it")
    void usesMapInMethod() {
        IdentityMap map = plain.using(() -> {
            IdentityMap current = current();
            assertThat(IdentityMapRuntimes.current()).isSameAs(current);
            assertThat(current).isNotNull().matches(IdentityMap::isOpen);
            return current;
        });

        assertThat(map).isNotNull().matches(ended -> !ended.isOpen());
        assertThat(plain.plain(this::current)).isNull();
    }

    @Test
    @DisplayName("S4: an annotated type uses a map in all methods")
    void usesMapInType() {
        assertThat(using.plain(this::current)).isNotNull();
    }

    @Test
    @DisplayName("S4: a subclass inherits the annotation of the type")
    void inheritsFromTheType() {
        assertThat(derived.plain(this::current)).isNotNull();
    }

    @Test
    @DisplayName("S4: the binding can come from a stereotype, with its nesting")
    void usesMapByStereotype() {
        outer.using(() -> {
            assertThat(stereotyped.plain(this::current)).isNotNull().isNotSameAs(current());
            return null;
        });
    }

    @Test
    @DisplayName("S4: nested calls join by default")
    void joins() {
        outer.using(() -> {
            IdentityMap surrounding = current();
            assertThat(plain.using(this::current)).isSameAs(surrounding);
            assertThat(surrounding).isNotNull().matches(IdentityMap::isOpen, "open after the joined call");
            assertThat(current()).isSameAs(surrounding);
            return null;
        });
    }

    @Test
    @DisplayName("S4: a nested call can have a map of its own")
    void opensNew() {
        outer.using(() -> {
            IdentityMap surrounding = current();
            IdentityMap inner = plain.usingNew(this::current);
            assertThat(inner).isNotNull().isNotSameAs(surrounding).matches(ended -> !ended.isOpen());
            assertThat(using.usingNew(this::current)).isNotSameAs(surrounding);
            assertThat(current()).isSameAs(surrounding);
            return null;
        });
    }

    @Test
    @DisplayName("S1, D1: a map ends also when the call throws, and the exception is the application's own")
    void endsAfterException() {
        IdentityMap[] seen = {null};

        assertThatIllegalStateException()
                .isThrownBy(() -> plain.using(() -> {
                    seen[0] = current();
                    throw new IllegalStateException("no toys");
                }))
                .withMessage("no toys");

        assertThat(seen[0]).isNotNull().matches(ended -> !ended.isOpen());
    }

    @Test
    @DisplayName("S1, D1: a joined map goes on after an exception of the inner call")
    void joinedMapSurvivesException() {
        outer.using(() -> {
            IdentityMap surrounding = current();
            assertThatIllegalStateException()
                    .isThrownBy(() -> plain.using(() -> {
                        throw new IllegalStateException("no toys");
                    }));
            assertThat(current()).isSameAs(surrounding);
            return null;
        });
    }

    @Test
    @DisplayName("S4, R18: an annotated method bypasses the map")
    void bypassesInMethod() {
        outer.using(() -> {
            IdentityMap surrounding = current();
            plain.bypassing(() -> {
                assertThat(current()).isNull();
                assertThat(IdentityMapRuntimes.current()).isNull();
                assertThat(IdentityMapRuntimes.surrounding()).singleElement().isSameAs(surrounding);
                return null;
            });
            assertThat(bypassing.plain(this::current)).isNull();
            assertThat(current()).isSameAs(surrounding);
            return null;
        });
    }

    @Test
    @DisplayName("S4: bypass on a method beats use on its type")
    void bypassOfMethodBeatsType() {
        assertThat(using.bypassing(this::current)).isNull();
        outer.using(() -> {
            IdentityMap surrounding = current();
            using.bypassing(() -> {
                assertThat(IdentityMapRuntimes.surrounding()).singleElement().isSameAs(surrounding);
                return null;
            });
            return null;
        });
    }

    @Test
    @DisplayName("S4: use on a method beats bypass on its type, and joins the surrounding map")
    void useOfMethodBeatsType() {
        assertThat(bypassing.using(this::current)).isNotNull();
        outer.using(() -> {
            assertThat(bypassing.using(this::current)).isSameAs(current());
            return null;
        });
    }

    @Test
    @DisplayName("S4: named by @Interceptors, the interceptor joins as if annotated with the defaults")
    void worksByClass() {
        assertThat(classic.plain(this::current)).isNotNull();
        outer.using(() -> {
            assertThat(classic.plain(this::current)).isSameAs(current());
            assertThat(classic.usingNew(this::current)).isNotNull().isNotSameAs(current());
            return null;
        });
    }

    @Test
    @DisplayName("S4: named by @Interceptors, the method beats the type too")
    void methodBeatsTypeByClass() {
        assertThat(classic.bypassing(this::current)).isNull();
        assertThat(classicBypassing.plain(this::current)).isNull();
        outer.using(() -> {
            assertThat(classic.bypassing(this::current)).isNull();
            assertThat(classicBypassing.plain(this::current)).isNull();
            assertThat(classicBypassing.using(this::current)).isSameAs(current());
            return null;
        });
    }

    @Test
    @DisplayName("S5, D9: what a call opens and forgets does not stay on the thread")
    void closesWhatIsForgotten() {
        IdentityMap forgotten = plain.using(() -> {
            IdentityMapActivation activation = identityMaps.open();
            return activation.map();
        });
        assertThat(forgotten).isNotNull().matches(ended -> !ended.isOpen());
        assertThat(current()).isNull();

        outer.using(() -> {
            plain.bypassing(identityMaps::open);
            assertThat(current()).isNotNull();
            return null;
        });
    }

    @Test
    @DisplayName("S4: the call's own result and exception come through, null too")
    void isTransparent() throws Exception {
        assertThat(using.<@Nullable String>plain(() -> null)).isNull();
        assertThat(identityMaps.call(Nesting.JOIN, () -> "toy")).isEqualTo("toy");
        assertThat(identityMaps.<@Nullable IdentityMap>bypass(this::current)).isNull();
    }

    @ApplicationScoped
    static class Outer {

        @UseIdentityMap
        <T extends @Nullable Object> T using(Supplier<T> work) {
            return work.get();
        }
    }

    @ApplicationScoped
    static class Plain {

        <T extends @Nullable Object> T plain(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap
        <T extends @Nullable Object> T using(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap(nesting = Nesting.NEW)
        <T extends @Nullable Object> T usingNew(Supplier<T> work) {
            return work.get();
        }

        @BypassIdentityMap
        <T extends @Nullable Object> T bypassing(Supplier<T> work) {
            return work.get();
        }
    }

    @UseIdentityMap
    @ApplicationScoped
    static class Using {

        <T extends @Nullable Object> T plain(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap(nesting = Nesting.NEW)
        <T extends @Nullable Object> T usingNew(Supplier<T> work) {
            return work.get();
        }

        @BypassIdentityMap
        <T extends @Nullable Object> T bypassing(Supplier<T> work) {
            return work.get();
        }
    }

    @BypassIdentityMap
    @ApplicationScoped
    static class Bypassing {

        <T extends @Nullable Object> T plain(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap
        <T extends @Nullable Object> T using(Supplier<T> work) {
            return work.get();
        }
    }

    @UseIdentityMap
    abstract static class Base {

        <T extends @Nullable Object> T plain(Supplier<T> work) {
            return work.get();
        }
    }

    @Dependent
    static class Derived extends Base {}

    @UseIdentityMap(nesting = Nesting.NEW)
    @ApplicationScoped
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface WithOwnMap {}

    @WithOwnMap
    static class Stereotyped {

        <T extends @Nullable Object> T plain(Supplier<T> work) {
            return work.get();
        }
    }

    @Interceptors(UseIdentityMapInterceptor.class)
    @Dependent
    static class Classic {

        <T extends @Nullable Object> T plain(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap(nesting = Nesting.NEW)
        <T extends @Nullable Object> T usingNew(Supplier<T> work) {
            return work.get();
        }

        @Interceptors(BypassIdentityMapInterceptor.class)
        <T extends @Nullable Object> T bypassing(Supplier<T> work) {
            return work.get();
        }
    }

    @Interceptors(BypassIdentityMapInterceptor.class)
    @Dependent
    static class ClassicBypassing {

        <T extends @Nullable Object> T plain(Supplier<T> work) {
            return work.get();
        }

        @Interceptors(UseIdentityMapInterceptor.class)
        <T extends @Nullable Object> T using(Supplier<T> work) {
            return work.get();
        }
    }
}
