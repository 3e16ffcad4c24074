package io.github.selfsame.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.support.Containers;
import io.github.selfsame.support.Visit;
import io.github.selfsame.support.VisitExtension;
import io.github.selfsame.support.VisitScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class AnnotatedOptionsTest {

    private final VisitExtension visits = new VisitExtension();

    @WeldSetup
    WeldInitiator weld = Containers.with(visits, Kennel.class, Careful.class, Classic.class, Guest.class, Other.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Kennel kennel;

    @Inject
    Careful careful;

    @Inject
    Classic classic;

    @Inject
    Guest guest;

    @Inject
    Other other;

    /** Options in which only lazy loading is as it is built in. */
    private static IdentityMapOptions behaving(
            Freshness freshness, Divergence divergence, IdentityMapOptions.Retention retention) {
        return new IdentityMapOptions(freshness, divergence, retention, LazyLoading.ONE, LazyLoadReport.OFF);
    }

    @Test
    @DisplayName(
            "P13, O2, S4: a map that an annotated method opens loads lazily, and counts that, as the annotation says")
    void lazyLoading() throws Exception {
        IdentityMapOptions options = kennel.lazily(AnnotatedOptionsTest::behaviour);
        assertThat(options.lazyLoading()).isEqualTo(LazyLoading.PEERS);
        assertThat(options.lazyLoadReport()).isEqualTo(LazyLoadReport.COLLECT);
    }

    @Test
    @DisplayName("R5, R6, R16, S4: a map that an annotated method opens behaves as the annotation says")
    void ofMethod() throws Exception {
        assertThat(kennel.<IdentityMapOptions>restoring(AnnotatedOptionsTest::behaviour))
                .isEqualTo(behaving(Freshness.VERSIONED, Divergence.RESTORE, IdentityMapOptions.Retention.STRONG));
        assertThat(kennel.<IdentityMapOptions>allNamed(AnnotatedOptionsTest::behaviour))
                .isEqualTo(behaving(Freshness.REPEATABLE, Divergence.FAIL, IdentityMapOptions.Retention.SOFT));
    }

    @Test
    @DisplayName("S4: the annotation's options can come from a type, from a stereotype, and stand beside @Interceptors")
    void ofType() throws Exception {
        assertThat(careful.work(AnnotatedOptionsTest::behaviour).freshness()).isEqualTo(Freshness.REVALIDATED);
        assertThat(classic.work(AnnotatedOptionsTest::behaviour).freshness()).isEqualTo(Freshness.REPEATABLE);
    }

    @Test
    @DisplayName("R6: what the annotation leaves open is what the persistence unit says")
    void completedByTheUnit() throws Exception {
        IdentityMapOptions ofUnit = behaving(Freshness.REPEATABLE, Divergence.FAIL, IdentityMapOptions.Retention.WEAK);
        assertThat(kennel.<IdentityMapOptions>restoring(() -> behaviour(ofUnit)))
                .isEqualTo(behaving(Freshness.REPEATABLE, Divergence.RESTORE, IdentityMapOptions.Retention.WEAK));
    }

    @Test
    @DisplayName("S1, S4: what one element says of a scope's map counts for it, also if another element is the first")
    void ofScope() throws Exception {
        Visit visit = visits.visit();
        IdentityMapOptions first = visit.call(() -> other.work(AnnotatedOptionsTest::behaviour));
        IdentityMapOptions second = visit.call(() -> guest.work(AnnotatedOptionsTest::behaviour));

        assertThat(first.freshness()).isEqualTo(Freshness.REVALIDATED);
        assertThat(first.retention()).isEqualTo(IdentityMapOptions.Retention.WEAK);
        assertThat(second).isEqualTo(first);
        visit.end();
    }

    @Test
    @DisplayName("S1, S5: a program that is the first to use a scope's map says how it behaves, and elements the rest")
    void ofScopeByProgram() throws Exception {
        Visit visit = visits.visit();
        visit.call(() -> {
            IdentityMapOptions wanted =
                    IdentityMapOptions.DEFAULTS.with(Divergence.FAIL).with(IdentityMapOptions.Retention.SOFT);
            try (IdentityMapActivation activation = identityMaps.open(VisitScoped.class, wanted)) {
                assertThat(activation).isNotNull();
                assertThat(behaviour())
                        .isEqualTo(behaving(Freshness.REVALIDATED, Divergence.FAIL, IdentityMapOptions.Retention.SOFT));
            }
            return null;
        });
        visit.end();
    }

    @Test
    @DisplayName("S4: a call that joins a map takes it as it is, and that is logged once")
    void joined() throws Exception {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Recorder(records);
        Logger logger = Logger.getLogger("io.github.selfsame");
        logger.addHandler(handler);
        try (IdentityMapActivation outer = identityMaps.open()) {
            IdentityMap map = outer.map();
            for (int count = 0; count < 2; count++) {
                assertThat(kennel.<Divergence>restoring(() -> {
                            assertThat(identityMaps.current()).containsSame(map);
                            return behaviour().divergence();
                        }))
                        .isEqualTo(Divergence.EVICT);
            }
            assertThat(kennel.restoringAnew(AnnotatedOptionsTest::behaviour).divergence())
                    .isEqualTo(Divergence.RESTORE);
            assertThat(kennel.<@Nullable IdentityMap>plain(
                            () -> identityMaps.current().orElse(null)))
                    .isSameAs(map);
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.getMessage()).contains("SELFSAME000151").contains("RESTORE", "EVICT");
            assertThat(record.getThrown().getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("restoring"));
        });
    }

    @Test
    @DisplayName("S4: to join a map that behaves as asked for is nothing to be told")
    void joinedAlike() throws Exception {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Recorder(records);
        Logger logger = Logger.getLogger("io.github.selfsame");
        logger.addHandler(handler);
        try (IdentityMapActivation outer = identityMaps.open(IdentityMapOptions.DEFAULTS.with(Divergence.RESTORE))) {
            assertThat(outer).isNotNull();
            kennel.restoring(AnnotatedOptionsTest::behaviour);
            kennel.restoring(AnnotatedOptionsTest::behaviour);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(records).isEmpty();
    }

    private static IdentityMapOptions behaviour() {
        return behaviour(IdentityMapOptions.DEFAULTS);
    }

    private static IdentityMapOptions behaviour(IdentityMapOptions ofUnit) {
        CanonicalStore store = IdentityMapRuntimes.current();
        Partition partition = store == null ? null : store.partition(new NoUnit(ofUnit));
        return partition == null ? IdentityMapOptions.DEFAULTS : partition.options();
    }

    private static final class Recorder extends Handler {

        private final List<LogRecord> records;

        Recorder(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord published) {
            records.add(published);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Dependent
    static class Kennel {

        @UseIdentityMap(lazyLoading = LazyLoading.PEERS, lazyLoadReport = LazyLoadReport.COLLECT)
        <T extends @Nullable Object> T lazily(Callable<T> work) throws Exception {
            return work.call();
        }

        @UseIdentityMap(divergence = Divergence.RESTORE)
        <T extends @Nullable Object> T restoring(Callable<T> work) throws Exception {
            return work.call();
        }

        @UseIdentityMap(divergence = Divergence.RESTORE, nesting = Nesting.NEW)
        <T extends @Nullable Object> T restoringAnew(Callable<T> work) throws Exception {
            return work.call();
        }

        @UseIdentityMap(
                freshness = Freshness.REPEATABLE,
                divergence = Divergence.FAIL,
                retention = IdentityMapOptions.Retention.SOFT)
        <T extends @Nullable Object> T allNamed(Callable<T> work) throws Exception {
            return work.call();
        }

        @UseIdentityMap
        <T extends @Nullable Object> T plain(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @UseIdentityMap(freshness = Freshness.REVALIDATED)
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Fresh {}

    @Fresh
    @Dependent
    static class Careful {

        <T extends @Nullable Object> T work(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @Interceptors(UseIdentityMapInterceptor.class)
    @UseIdentityMap(freshness = Freshness.REPEATABLE)
    @Dependent
    static class Classic {

        <T extends @Nullable Object> T work(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @UseIdentityMap(lifetime = VisitScoped.class, freshness = Freshness.REVALIDATED)
    @Dependent
    static class Guest {

        <T extends @Nullable Object> T work(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @UseIdentityMap(lifetime = VisitScoped.class, retention = IdentityMapOptions.Retention.WEAK)
    @Dependent
    static class Other {

        <T extends @Nullable Object> T work(Callable<T> work) throws Exception {
            return work.call();
        }
    }
}
