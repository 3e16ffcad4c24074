package io.github.selfsame.tests.interceptors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InterceptorsIT extends InContainerTest {

    @Inject
    private NamedInterceptorDesk namedInterceptor;

    @Inject
    private BoundDesk bound;

    @Inject
    private CdiDesk cdi;

    @Inject
    private NamedBypassDesk namedBypass;

    @Inject
    private BoundBypassDesk boundBypass;

    @Inject
    private MixedDesk mixed;

    @Inject
    private NamedMixedDesk namedMixed;

    @Inject
    private PlainDesk plain;

    @Deployment
    static WebArchive application() {
        return TestWar.named("interceptors").with(InterceptorsIT.class);
    }

    @Test
    @DisplayName("S4: @Interceptors(UseIdentityMapInterceptor.class) on an enterprise bean opens a map for the call")
    void namedInterceptor() {
        opensAMap(namedInterceptor);
    }

    @Test
    @DisplayName("S4: @UseIdentityMap on an enterprise bean opens a map for the call")
    void boundEnterpriseBean() {
        opensAMap(bound);
    }

    @Test
    @DisplayName("S4: @UseIdentityMap on a CDI bean opens a map for the call")
    void boundCdiBean() {
        opensAMap(cdi);
    }

    @Test
    @DisplayName("R18: an enterprise bean without annotation works without a map")
    void plain() {
        Desk.Sight sight = plain.look();

        assertThat(sight.map()).isEmpty();
        assertThat(sight.isOneObject()).isFalse();
        assertThat(database.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("S4: a call within a map joins it, from bean to bean")
    void join() {
        try (IdentityMapActivation around = maps.open()) {
            Book book = books.find(1);
            for (Desk desk : new Desk[] {namedInterceptor, bound, cdi, plain}) {
                Desk.Sight sight = desk.look();

                assertThat(sight.map()).containsSame(around.map());
                assertThat(sight.first()).isSameAs(book);
            }
            assertThat(around.map().isOpen()).isTrue();
        }
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("S4: a call that asks for a new map gets one of its own, and the one around it comes back")
    void nestingNew() {
        try (IdentityMapActivation around = maps.open()) {
            Book book = books.find(1);

            Desk.Sight sight = mixed.lookAnew();

            assertThat(sight.isOneObject()).isTrue();
            assertThat(sight.first()).isNotSameAs(book);
            assertThat(sight.map()).isPresent().get().isNotSameAs(around.map());
            assertThat(sight.map().map(IdentityMap::isOpen)).contains(false);
            assertThat(maps.current()).containsSame(around.map());
            assertThat(books.find(1)).isSameAs(book);
        }
    }

    @Test
    @DisplayName("S4, R18: @Interceptors(BypassIdentityMapInterceptor.class) bypasses the map around the call")
    void namedBypass() {
        bypasses(namedBypass::look);
    }

    @Test
    @DisplayName("S4, R18: @BypassIdentityMap bypasses the map around the call")
    void boundBypass() {
        bypasses(boundBypass::look);
    }

    @Test
    @DisplayName("S4: @BypassIdentityMap on a method beats @UseIdentityMap on the type")
    void methodBeatsType() {
        bypasses(mixed::lookPast);

        assertThat(mixed.lookPast().map()).isEmpty();
        assertThat(mixed.look().map()).isPresent();
    }

    @Test
    @DisplayName("S4: @Interceptors with the bypass on a method beats @Interceptors with the map on the type")
    void namedMethodBeatsType() {
        bypasses(namedMixed::lookPast);

        assertThat(namedMixed.lookPast().map()).isEmpty();
        assertThat(namedMixed.look().map()).isPresent();
    }

    private void opensAMap(Desk desk) {
        Desk.Sight first = desk.look();
        Desk.Sight second = desk.look();

        assertThat(first.map()).isPresent();
        assertThat(first.isOneObject()).isTrue();
        assertThat(second.isOneObject()).isTrue();
        assertThat(second.first()).isNotSameAs(first.first());
        assertThat(second.map()).isPresent().get().isNotSameAs(first.map().orElseThrow());
        assertThat(database.reads()).isEqualTo(2);
    }

    private void bypasses(Supplier<Desk.Sight> call) {
        try (IdentityMapActivation around = maps.open()) {
            Book book = books.find(1);

            Desk.Sight sight = call.get();

            assertThat(sight.map()).isEmpty();
            assertThat(sight.isOneObject()).isFalse();
            assertThat(sight.first()).isNotSameAs(book);
            assertThat(maps.current()).containsSame(around.map());
            assertThat(books.find(1)).isSameAs(book);
        }
    }
}
