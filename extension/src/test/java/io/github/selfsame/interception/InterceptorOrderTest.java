package io.github.selfsame.interception;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.support.Containers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class InterceptorOrderTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Kennel.class, TransactionLikeInterceptor.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Kennel kennel;

    @Test
    @DisplayName("S4: around a CDI bean the map is still current when an interceptor of @Transactional's place ends")
    void isOutsideOfTransactions() {
        IdentityMap[] seen = kennel.using(new IdentityMap[3]);

        assertThat(seen[1]).isNotNull();
        assertThat(seen).containsOnly(seen[1]);
    }

    @Test
    @DisplayName("R18: around a CDI bean the bypass covers the commit")
    void bypassesOutsideOfTransactions() throws Exception {
        IdentityMap[] seen = identityMaps.call(UseIdentityMap.Nesting.JOIN, () -> kennel.bypassing(new IdentityMap[3]));

        assertThat(seen).containsOnlyNulls();
    }

    @Test
    @DisplayName("S4, D10: the interceptors survive passivation, and containers that do not inject into them")
    void survivesPassivation() throws Exception {
        UseIdentityMapInterceptor use = restored(new UseIdentityMapInterceptor());
        BypassIdentityMapInterceptor bypass = restored(new BypassIdentityMapInterceptor());

        Object inMap = invoke(use, () -> identityMaps.current().isPresent());
        Object inBypass =
                invoke(use, () -> invoke(bypass, () -> identityMaps.current().isPresent()));

        assertThat(inMap).isEqualTo(true);
        assertThat(inBypass).isEqualTo(false);
    }

    @Test
    @DisplayName(
            "S4: no class that enterprise beans name in @Interceptors is bound as well: Weld knows it only once for each bean")
    void namedOrBound() {
        for (Method method : Kennel.class.getDeclaredMethods()) {
            Annotation[] binding = method.getDeclaredAnnotations();
            assertThat(binding).as("%s", method).hasSize(1);
            assertThat(weld.getBeanManager().resolveInterceptors(InterceptionType.AROUND_INVOKE, binding))
                    .isNotEmpty()
                    .extracting(Bean::getBeanClass)
                    .doesNotContain(UseIdentityMapInterceptor.class)
                    .doesNotContain(BypassIdentityMapInterceptor.class);
        }
    }

    private static <T extends Serializable> T restored(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked")
            T restored = (T) in.readObject();
            return restored;
        }
    }

    /** As a container does that is not CDI's. */
    private static @Nullable Object invoke(Object interceptor, Callable<?> target) throws Exception {
        Method method =
                interceptor.getClass().getSuperclass().getDeclaredMethod("aroundTimeout", InvocationContext.class);
        method.setAccessible(true);
        return method.invoke(interceptor, new Call(target));
    }

    private record Call(Callable<?> target) implements InvocationContext {

        @Override
        public Object getTarget() {
            return this;
        }

        @Override
        public @Nullable Object getTimer() {
            return null;
        }

        @Override
        public @Nullable Method getMethod() {
            return null;
        }

        @Override
        public java.lang.reflect.@Nullable Constructor<?> getConstructor() {
            return null;
        }

        @Override
        public Object[] getParameters() {
            return new Object[0];
        }

        @Override
        public void setParameters(Object[] parameters) {}

        @Override
        public Map<String, Object> getContextData() {
            return Map.of();
        }

        @Override
        public Object proceed() throws Exception {
            return target.call();
        }
    }

    @TransactionLike
    @ApplicationScoped
    static class Kennel {

        @Inject
        IdentityMaps identityMaps;

        @UseIdentityMap
        IdentityMap[] using(IdentityMap[] seen) {
            seen[1] = identityMaps.current().orElse(null);
            return seen;
        }

        @BypassIdentityMap
        IdentityMap[] bypassing(IdentityMap[] seen) {
            seen[1] = identityMaps.current().orElse(null);
            return seen;
        }
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface TransactionLike {}

    @TransactionLike
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
    static class TransactionLikeInterceptor {

        @Inject
        IdentityMaps identityMaps;

        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            IdentityMap[] seen = (IdentityMap[]) context.getParameters()[0];
            seen[0] = identityMaps.current().orElse(null);
            Object result = context.proceed();
            seen[2] = identityMaps.current().orElse(null);
            return result;
        }
    }
}
