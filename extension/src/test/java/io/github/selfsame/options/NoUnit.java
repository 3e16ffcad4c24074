package io.github.selfsame.options;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.RowIdentity;
import org.jspecify.annotations.Nullable;

/** A unit without entities, to ask a map how it behaves there. */
record NoUnit(IdentityMapOptions options) implements PersistenceUnit {

    @Override
    public @Nullable RowIdentity rowOf(Class<?> entityType, Object primaryKey) {
        return null;
    }

    @Override
    public @Nullable RowIdentity rowOf(Object entity) {
        return null;
    }
}
