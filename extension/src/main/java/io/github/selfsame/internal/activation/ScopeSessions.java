package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationMessages.MESSAGES;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.UseIdentityMap;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The maps whose lives are those of scopes (rules S1 and S8). Safe for use by several threads. */
public interface ScopeSessions {

    /** Where there are no scopes: outside of a CDI container. */
    ScopeSessions NONE = new ScopeSessions() {
        @Override
        public MapSession sessionOf(Class<? extends Annotation> lifetime, IdentityMapOptions options) {
            throw MESSAGES.noScopes(lifetime.getName());
        }

        @Override
        public @Nullable MapSession ambient() {
            return null;
        }

        @Override
        public Collection<MapSession> existing() {
            return List.of();
        }

        @Override
        public Class<? extends Annotation> defaultLifetime() {
            return UseIdentityMap.Invocation.class;
        }
    };

    /**
     * The map of the scope's instance that is active on this thread, created at the first use.
     *
     * @param lifetime the annotation of the scope
     * @param options how the map behaves if it is created now
     * @return the session of the map
     */
    MapSession sessionOf(Class<? extends Annotation> lifetime, IdentityMapOptions options);

    /**
     * The map that is current without anybody asking for it. Never fails.
     *
     * @return the session of the map, or {@code null} if that is not switched on or the scope is not active
     */
    @Nullable MapSession ambient();

    /**
     * The maps that exist in the scopes that are active on this thread; creates none.
     *
     * @return the sessions
     */
    Collection<MapSession> existing();

    /**
     * The lifetime where none is named.
     *
     * @return the annotation of a scope, or {@link io.github.selfsame.UseIdentityMap.Invocation}
     */
    Class<? extends Annotation> defaultLifetime();
}
