package io.github.selfsame.tests.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import io.github.selfsame.tests.support.TestWar;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnterpriseBeansIT extends InContainerTest {

    @Inject
    private PooledDesk pooled;

    @Inject
    private NamedPooledDesk namedPooled;

    @Inject
    private SingletonDesk singleton;

    @Inject
    private NamedSingletonDesk namedSingleton;

    @Inject
    private BackOffice backOffice;

    @Inject
    private Instance<Catalogue> catalogues;

    @Inject
    private Instance<MappedCatalogue> mappedCatalogues;

    @Inject
    private Instance<NamedCatalogue> namedCatalogues;

    @Inject
    private Clock clock;

    @Inject
    private NamedClock namedClock;

    @Inject
    private Register register;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static WebArchive application() {
        return TestWar.named("enterprise-beans").with(EnterpriseBeansIT.class);
    }

    @Test
    @DisplayName("S4, D1: calls of pooled stateless beans on many threads have a map each, which ends with the call")
    void pool() throws Exception {
        for (Desk desk : List.of(pooled, namedPooled, singleton, namedSingleton)) {
            List<Future<Look>> calls = new ArrayList<>();
            for (int call = 0; call < 40; call++) {
                calls.add(executor.submit(desk::look));
            }
            List<Look> looks = new ArrayList<>();
            for (Future<Look> call : calls) {
                looks.add(call.get(30, TimeUnit.SECONDS));
            }

            assertThat(looks).allMatch(Look::isWithinAMap);
            assertThat(looks).extracting(Look::map).doesNotHaveDuplicates().allMatch(register::hasEnded);
        }
    }

    @Test
    @DisplayName("S4: a method of a singleton beats its type, by binding and by @Interceptors")
    void singleton() {
        assertThat(singleton.look().isWithinAMap()).isTrue();
        assertThat(singleton.lookPast().isWithoutAMap()).isTrue();
        assertThat(namedSingleton.look().isWithinAMap()).isTrue();
        assertThat(namedSingleton.lookPast().isWithoutAMap()).isTrue();
        try (IdentityMapActivation activation = maps.open()) {
            int around = register.numberOf(activation.map());
            assertThat(singleton.look().map()).isEqualTo(around);
            assertThat(singleton.lookAnew().map()).isNotEqualTo(around);
        }
    }

    @Test
    @DisplayName("S4, S10: an @Asynchronous method does not see the caller's map, and has its own if it is annotated")
    void asynchronous() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            int around = register.numberOf(activation.map());

            assertThat(backOffice.plain().get(20, TimeUnit.SECONDS).isWithoutAMap())
                    .isTrue();
            assertThat(backOffice.bypassed().get(20, TimeUnit.SECONDS).isWithoutAMap())
                    .isTrue();
            for (Future<Look> call : List.of(backOffice.mapped(), backOffice.named())) {
                Look look = call.get(20, TimeUnit.SECONDS);
                assertThat(look.isWithinAMap()).isTrue();
                assertThat(look.map()).isNotEqualTo(around);
                assertThat(register.hasEnded(look.map())).isTrue();
            }
        }
    }

    @Test
    @DisplayName("S4, D1: the map of an @Asynchronous method that throws ends with it")
    void asynchronousFailing() {
        assertThatThrownBy(() -> backOffice.failing().get(20, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(DeliberateException.class)
                .rootCause()
                .satisfies(cause -> assertThat(
                                register.hasEnded(Look.in(cause.getMessage()).map()))
                        .isTrue());
    }

    @Test
    @DisplayName("S4, D2: a method that a @Schedule calls has a map of its own each time, unless it bypasses")
    void scheduled() throws Exception {
        Clock.nextScheduled();
        Look first = Clock.nextScheduled();
        Look second = Clock.nextScheduled();

        for (Look look : List.of(first, second)) {
            assertThat(look.isWithinAMap()).isTrue();
            assertThat(register.endsSoon(look.map())).isTrue();
        }
        assertThat(second.map()).isNotEqualTo(first.map());
        assertThat(Clock.nextBypassed().map()).isZero();
    }

    @Test
    @DisplayName("S4, D2: a @Timeout method has a map of its own")
    void programmed() throws Exception {
        clock.ringSoon();

        hasAMapOfItsOwn(Clock.nextProgrammed());
    }

    @Test
    @DisplayName("S4, D2: a @Timeout method of a bean that names the interceptor has a map of its own")
    void namedProgrammed() throws Exception {
        namedClock.ringSoon();

        hasAMapOfItsOwn(NamedClock.next());
    }

    private void hasAMapOfItsOwn(Look look) throws InterruptedException {
        assertThat(look).isNotNull();
        assertThat(look.isWithinAMap()).isTrue();
        assertThat(register.endsSoon(look.map())).isTrue();
    }

    @Test
    @DisplayName("R3, R4: what an extended persistence context manages is its own, until the stateful bean ends")
    void extended() {
        Catalogue catalogue = catalogues.get();
        try (IdentityMapActivation activation = maps.open()) {
            Book book = catalogue.find(1);

            assertThat(catalogue.find(1)).isSameAs(book);
            assertThat(catalogue.manages(book)).isTrue();
            assertThat(books.find(1)).as("copy").isNotSameAs(book);
            assertThat(activation.map().statistics().contended()).isPositive();

            catalogue.close();
            assertThat(books.find(1)).isSameAs(book);
        }
    }

    @Test
    @DisplayName(
            "R4, R7: an extended persistence context commits what was changed between its calls, in a later map too")
    void extendedAcrossMaps() {
        Catalogue catalogue = catalogues.get();
        Book book;
        try (IdentityMapActivation first = maps.open()) {
            book = catalogue.find(1);
        }
        book.setTitle("New");
        try (IdentityMapActivation second = maps.open()) {
            assertThat(catalogue.find(1)).isSameAs(book);
            catalogue.save();
            assertThat(database.title(1)).isEqualTo("New");
            assertThat(books.find(1).getTitle()).isEqualTo("New");
        }
        catalogue.close();
    }

    @Test
    @DisplayName("S4: a stateful bean has a map for each call, and keeps what it has read")
    void stateful() {
        hasAMapForEachCall(mappedCatalogues.get());
    }

    @Test
    @DisplayName("S4: … one that names the interceptor, too")
    void namedStateful() {
        hasAMapForEachCall(namedCatalogues.get());
    }

    private static void hasAMapForEachCall(KeepingCatalogue catalogue) {
        assertThat(catalogue.read(1)).isTrue();
        Book first = catalogue.last();
        IdentityMap firstMap = catalogue.map();
        assertThat(firstMap.isOpen()).isFalse();

        assertThat(catalogue.read(1)).isTrue();
        assertThat(catalogue.map()).isNotSameAs(firstMap);
        assertThat(catalogue.last()).isNotSameAs(first);
        assertThat(catalogue.map().isOpen()).isFalse();
        catalogue.close();
    }
}
