package io.github.selfsame.transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.support.Containers;
import io.github.selfsame.support.Visit;
import io.github.selfsame.support.VisitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.Interceptors;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionScoped;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With an interceptor in the place of {@code @Transactional}'s, which begins and ends the scope as that one does. */
@EnableWeld
class TransactionLifetimeTest {

    private static final VisitExtension TRANSACTIONS = new VisitExtension(TransactionScoped.class);

    @WeldSetup
    WeldInitiator weld = Containers.with(
            TRANSACTIONS,
            Transacting.class,
            InnerMap.class,
            OuterTransaction.class,
            SameMethod.class,
            Classic.class,
            Mixed.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    OuterTransaction outer;

    @Inject
    InnerMap inner;

    @Inject
    SameMethod sameMethod;

    @Inject
    Classic classic;

    @Inject
    Mixed mixed;

    @AfterEach
    void nothingIsLeft() {
        assertThat(identityMaps.current()).isEmpty();
    }

    @Test
    @DisplayName("S1: all calls within a transaction share its map, which ends with it")
    void livesAsLongAsTheTransaction() {
        List<@Nullable IdentityMap> seen = outer.twice();

        assertThat(seen.get(0)).isNotNull().isSameAs(seen.get(1));
        assertThat(seen.get(0).isOpen()).isFalse();
        assertThat(outer.twice().get(0)).isNotSameAs(seen.get(0));
    }

    @Test
    @DisplayName(
            "S1, S4: with both annotations on one method the transaction is there first, and the parameter is passed")
    void waitsForTheTransaction() {
        IdentityMap map = sameMethod.work(null);

        assertThat(map).isNotNull().matches(ended -> !ended.isOpen());
    }

    @Test
    @DisplayName("S4: a bypass on the method beats the lifetime on the type")
    void bypasses() {
        assertThat(mixed.without()).isNull();
        assertThat(mixed.with()).isNotNull();
    }

    @Test
    @DisplayName("S4: named by @Interceptors inside of a transaction, with the annotation for the lifetime")
    void worksByClass() {
        assertThat(outer.twice(classic)).hasSize(2).doesNotContainNull();
    }

    @Test
    @DisplayName("S1: without a transaction the call is not made")
    void needsATransaction() {
        assertThatExceptionOfType(ContextNotActiveException.class)
                .isThrownBy(inner::current)
                .withMessageContaining("SELFSAME000208");
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface InTransaction {}

    @InTransaction
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
    static class Transacting {

        @AroundInvoke
        @Nullable Object around(InvocationContext context) throws Exception {
            Visit transaction = TRANSACTIONS.visit();
            try {
                return transaction.<@Nullable Object>call(context::proceed);
            } finally {
                transaction.end();
            }
        }
    }

    @ApplicationScoped
    static class InnerMap {

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap(lifetime = TransactionScoped.class)
        @Nullable IdentityMap current() {
            return identityMaps.current().orElse(null);
        }
    }

    @InTransaction
    @ApplicationScoped
    static class OuterTransaction {

        @Inject
        InnerMap inner;

        List<@Nullable IdentityMap> twice() {
            List<@Nullable IdentityMap> seen = new ArrayList<>();
            seen.add(inner.current());
            seen.add(inner.current());
            return seen;
        }

        List<@Nullable IdentityMap> twice(Classic classic) {
            List<@Nullable IdentityMap> seen = new ArrayList<>();
            seen.add(classic.current());
            seen.add(classic.current());
            return seen;
        }
    }

    @ApplicationScoped
    static class SameMethod {

        @InTransaction
        @UseIdentityMap(lifetime = TransactionScoped.class)
        @Nullable IdentityMap work(@Nullable IdentityMap map) {
            return map;
        }
    }

    @InTransaction
    @UseIdentityMap(lifetime = TransactionScoped.class)
    @ApplicationScoped
    static class Mixed {

        @Inject
        IdentityMaps identityMaps;

        @Nullable IdentityMap with() {
            return identityMaps.current().orElse(null);
        }

        @BypassIdentityMap
        @Nullable IdentityMap without() {
            return identityMaps.current().orElse(null);
        }
    }

    @Interceptors(UseIdentityMapInterceptor.class)
    @ApplicationScoped
    static class Classic {

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap(lifetime = TransactionScoped.class)
        @Nullable IdentityMap current() {
            return identityMaps.current().orElse(null);
        }
    }
}
