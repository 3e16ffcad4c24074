package io.github.selfsame.eclipselink.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.CacheUsage;
import org.eclipse.persistence.config.QueryHints;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who asks for what EclipseLink's caches have gets that, whatever the map has. */
class CachesOnlyTest extends KennelTest {

    private static final Map<String, Object> CACHES_ONLY = Map.of(QueryHints.CACHE_USAGE, CacheUsage.CheckCacheOnly);

    @Test
    @DisplayName("R14: a find in the caches only finds what it finds without the map, which is the canonical instance")
    void find() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        Dog found = read(em -> em.find(Dog.class, 1L, CACHES_ONLY));
        assertThat(found).isSameAs(SHARED_CACHE ? dog : null);
        assertThat(statements(() ->
                        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog)))
                .isZero();
    }

    @Test
    @DisplayName("R14: what the context itself manages is found in the caches, adopted or not")
    void findManaged() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        read(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(em.find(Dog.class, 1L, CACHES_ONLY)).isSameAs(dog);
            return null;
        });
    }

    @Test
    @DisplayName("R14: a query of the caches only gives what it gives without the map")
    void query() {
        List<Dog> dogs =
                read(em -> em.createQuery("select d from Dog d", Dog.class).getResultList());
        assertThat(dogs).hasSize(4);
        List<Dog> found = read(CachesOnlyTest::rexInCaches);
        assertThat(found).hasSize(SHARED_CACHE ? 1 : 0).allMatch(dogs::contains);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isIn(dogs);
    }

    private static List<Dog> rexInCaches(EntityManager em) {
        return em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                .setHint(QueryHints.CACHE_USAGE, CacheUsage.CheckCacheOnly)
                .getResultList();
    }
}
