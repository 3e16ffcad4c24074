package io.github.selfsame.eclipselink.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.Cache;
import java.util.function.Consumer;
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

    private void assertShowsDatabaseAfter(Consumer<Cache> eviction) {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        database.execute("update Dog set name = 'Max' where id = 1");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("Rex");

        eviction.accept(factory.getCache());
        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(after).isSameAs(dog);
        assertThat(after.getName()).isEqualTo("Max");
    }
}
