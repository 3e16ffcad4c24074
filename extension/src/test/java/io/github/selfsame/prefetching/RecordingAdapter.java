package io.github.selfsame.prefetching;

import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.PrefetchResult;
import io.github.selfsame.spi.RowIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Found by the service loader; remembers what it was asked for. */
public final class RecordingAdapter implements PersistenceProviderAdapter {

    /** What this adapter finds wrong with applications from now on. */
    public static final List<String> PROBLEMS = new ArrayList<>();

    static final List<Call> CALLS = new ArrayList<>();

    /** What this adapter gives back from now on. */
    static PrefetchResult answer = PrefetchResult.nothing();

    @Override
    public boolean supports(PersistenceUnit unit) {
        return unit instanceof Unit ours && ours.supported;
    }

    @Override
    public PrefetchResult prefetch(Partition partition, Collection<?> entities, List<Prefetch<?, ?>> prefetches) {
        CALLS.add(new Call(partition, List.copyOf(entities), prefetches));
        return answer;
    }

    @Override
    public PrefetchPlan plan(Partition partition, Collection<?> entities, List<Prefetch<?, ?>> prefetches) {
        return new PrefetchPlan("Dog", List.of());
    }

    @Override
    public List<String> deploymentProblems(ClassLoader application) {
        return List.copyOf(PROBLEMS);
    }

    record Call(Partition partition, List<Object> entities, List<Prefetch<?, ?>> prefetches) {}

    record Dog(long id) {

        @Override
        public boolean equals(@Nullable Object other) {
            throw new AssertionError("equals of an entity was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode of an entity was called");
        }
    }

    static class Unit implements PersistenceUnit {

        private final String name;
        private final boolean supported;

        Unit(String name, boolean supported) {
            this.name = name;
            this.supported = supported;
        }

        protected boolean maps(Object entity) {
            return entity instanceof Dog;
        }

        @Override
        public @Nullable RowIdentity rowOf(Class<?> entityType, Object primaryKey) {
            return entityType == Dog.class ? new RowIdentity(Dog.class, primaryKey) : null;
        }

        @Override
        public @Nullable RowIdentity rowOf(Object entity) {
            if (!maps(entity)) {
                return null;
            }
            return entity instanceof Dog dog
                    ? new RowIdentity(Dog.class, dog.id())
                    : new RowIdentity(entity.getClass(), entity);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
