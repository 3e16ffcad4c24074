package io.github.selfsame.eclipselink.sharedcache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharedCacheTest extends KennelTest {

    @Test
    @DisplayName("R14: a lazy association of the shared cache still loads after the commit of an adopted instance")
    void associationsOfTheSharedCacheLoad() {
        Dog dog = new Dog(9, "Rex", null);
        transact(em -> em.persist(dog));
        // Cache.evictAll would make the map read the row again
        factory.unwrap(Session.class).getIdentityMapAccessor().initializeAllIdentityMaps();
        transact(em -> {
            assertThat(em.find(Dog.class, 9L)).isSameAs(dog);
            dog.setName("Max");
        });

        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            transact(em -> assertThat(em.find(Dog.class, 9L).getToys()).isEmpty());
        }
        assertThat(dog.getToys()).isEmpty();
    }
}
