package io.github.selfsame.eclipselink.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.Cache;
import java.util.function.Consumer;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaCache;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CacheEvictionTest extends KennelTest {

    @Test
    @DisplayName("R10/D12: evicting one key from the factory's cache makes the free instance read the database again")
    void evictOne() {
        assertShowsDatabaseAfter(cache -> cache.evict(Dog.class, 1L));
    }

    @Test
    @DisplayName("R10/D12: evicting a class from the factory's cache makes its free instances read the database again")
    void evictClass() {
        assertShowsDatabaseAfter(cache -> cache.evict(Dog.class));
    }

    @Test
    @DisplayName("R10/D12: emptying the factory's cache makes all free instances read the database again")
    void evictAll() {
        assertShowsDatabaseAfter(Cache::evictAll);
    }

    @Test
    @DisplayName("R10/D12: what EclipseLink's own cache API removes is read from the database again")
    void eclipseLinkCache() {
        assertShowsDatabaseAfter(cache -> cache.unwrap(JpaCache.class).clear());
        assertShowsDatabaseAfter(cache -> cache.unwrap(JpaCache.class).clear(Dog.class));
        assertShowsDatabaseAfter(cache -> cache.unwrap(JpaCache.class).removeObject(Dog.class, 1L));
    }

    @Test
    @DisplayName(
            "R10/D12: throwing away what the session has in its caches makes all free instances read the database again")
    void sessionCaches() {
        assertShowsDatabaseAfter(cache -> session().getIdentityMapAccessor().initializeAllIdentityMaps());
        assertShowsDatabaseAfter(
                cache -> session().getIdentityMapAccessorInstance().initializeIdentityMaps());
        assertShowsDatabaseAfter(cache ->
                session().getIdentityMapAccessor().removeFromIdentityMap(this.<Dog>read(em -> em.find(Dog.class, 1L))));
    }

    @Test
    @DisplayName("R12/R10: with empty caches, a fetch group loads what is in it and nothing more until it is asked for")
    void fetchGroupAfterEviction() {
        Assumptions.assumeTrue(WOVEN, "fetch groups need weaving");
        Dog dog = read(em -> em.find(Dog.class, 1L));
        session().getIdentityMapAccessor().initializeAllIdentityMaps();

        transact(em -> {
            Dog partial = em.createQuery("select d from Dog d where d.id = 1", Dog.class)
                    .setHint(QueryHints.FETCH_GROUP_ATTRIBUTE, "version")
                    .getSingleResult();
            assertThat(partial).isSameAs(dog);
            assertThat(factory.getPersistenceUnitUtil().isLoaded(partial, "name"))
                    .isFalse();
            assertThat(statements(partial::getName)).isEqualTo(1);
        });
        assertThat(dog.getName()).isEqualTo("Rex");
    }

    private AbstractSession session() {
        return factory.unwrap(AbstractSession.class);
    }

    private void assertShowsDatabaseAfter(Consumer<Cache> eviction) {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        String name = dog.getName();
        database.execute("update Dog set name = concat(name, '!') where id = 1");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo(name);

        eviction.accept(factory.getCache());
        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(after).isSameAs(dog);
        assertThat(after.getName()).isEqualTo(name + '!');
    }
}
