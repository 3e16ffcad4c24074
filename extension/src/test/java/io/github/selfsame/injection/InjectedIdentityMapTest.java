package io.github.selfsame.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class InjectedIdentityMapTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Kennel.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    IdentityMap identityMap;

    @Inject
    Kennel kennel;

    @Test
    @DisplayName("S3: the injected map is the current one at the time of the call")
    void delegatesToTheCurrentMap() {
        try (IdentityMapActivation outer = identityMaps.open()) {
            assertThat(kennel.map().isOpen()).isTrue();
            assertThat(kennel.map().statistics()).isEqualTo(IdentityMapStatistics.NONE);
            assertThat(kennel.map().size()).isZero();
            assertThat(kennel.map().find(String.class, 1)).isNull();
            assertThat(kennel.map().contains(this)).isFalse();
            kennel.map().evict(this);
            kennel.map().clear();
            assertThat(kennel.map()).hasToString("the current " + outer.map());
        }
    }

    @Test
    @DisplayName("S3: without a map every method throws, and says how to start one")
    void saysHowToStart() {
        Stream.<ThrowingCallable>of(
                        () -> identityMap.find(String.class, 1),
                        () -> identityMap.contains(this),
                        () -> identityMap.evict(this),
                        identityMap::clear,
                        identityMap::size,
                        identityMap::statistics,
                        identityMap::isOpen,
                        identityMap::close)
                .forEach(call -> assertThatExceptionOfType(ContextNotActiveException.class)
                        .isThrownBy(call)
                        .withMessageStartingWith("SELFSAME000200: IdentityMap.")
                        .withMessageContaining(Thread.currentThread().getName())
                        .withMessageContaining("@UseIdentityMap")
                        .withMessageContaining("IdentityMaps.open()"));
        assertThat(identityMap).hasToString("the current identity map (there is none)");
    }

    @Test
    @DisplayName("S3, R18: the same under bypass")
    void throwsUnderBypass() {
        try (IdentityMapActivation map = identityMaps.open();
                IdentityMapActivation bypass = identityMaps.bypass()) {
            assertThat(map).isNotEqualTo(bypass);
            assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(identityMap::size);
        }
    }

    @Test
    @DisplayName("S3, S5: the injected map can be resumed, and stands for the map itself")
    void canBeResumed() {
        try (IdentityMapActivation activation = identityMaps.open();
                IdentityMapActivation resumed = identityMaps.resume(identityMap)) {
            assertThat(resumed.map()).isSameAs(activation.map());
        }
        assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(() -> identityMaps.resume(identityMap));
    }

    @Test
    @DisplayName("S3, S5: the current map can't be closed through the injected one")
    void canNotBeClosed() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThatExceptionOfType(IdentityMapUsageException.class)
                    .isThrownBy(identityMap::close)
                    .withMessageContaining("SELFSAME000102");
            assertThat(activation.map().isOpen()).isTrue();
        }
    }

    @ApplicationScoped
    static class Kennel {

        @Inject
        IdentityMap identityMap;

        IdentityMap map() {
            return identityMap;
        }
    }
}
