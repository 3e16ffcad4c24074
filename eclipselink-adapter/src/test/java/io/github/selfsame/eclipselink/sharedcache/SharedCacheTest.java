package io.github.selfsame.eclipselink.sharedcache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharedCacheTest extends KennelTest {

    @Test
    @DisplayName("R14/D13: a join that brings instances both new and known fills the shared cache with its own")
    void joinOfNewAndKnown() {
        for (long known = 1; known <= 4; known++) {
            long id = known;
            activation.close();
            activation = maps.open();
            Session session = factory.unwrap(Session.class);
            session.getIdentityMapAccessor().initializeAllIdentityMaps();
            Dog dog = read(em -> em.find(Dog.class, id));
            List<Dog> dogs = read(em -> em.createQuery("select distinct d from Dog d left join fetch d.toys", Dog.class)
                    .getResultList());

            assertThat(dogs).contains(dog);
            assertThat(dogs).allSatisfy(found -> assertThat(found.getToys())
                    .allMatch(toy -> activation.map().contains(toy)));
            for (long cached = 1; cached <= 4; cached++) {
                Dog original = (Dog) session.getIdentityMapAccessor().getFromIdentityMap(cached, Dog.class);
                assertThat(original != null).isEqualTo(SHARED_CACHE);
                if (original != null) {
                    assertThat(activation.map().contains(original)).isFalse();
                    assertThat(original.getToys())
                            .noneMatch(toy -> activation.map().contains(toy));
                }
            }
        }
    }

    @Test
    @DisplayName("R14: a lazy association of the shared cache still loads after the commit of an adopted instance")
    void associationsOfTheSharedCacheLoad() {
        Dog dog = new Dog(9, "Rex", null);
        transact(em -> em.persist(dog));
        // Cache.evictAll would make the map read the row again
        emptyCaches();
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

    @Test
    @DisplayName(
            "P9: a prefetch takes what the shared cache has loaded where another context manages a target of the map")
    void prefetchOfWhatIsLoadedThere() {
        read(em -> em.createQuery("select distinct d from Dog d left join fetch d.toys", Dog.class)
                .getResultList());
        try (EntityManager other = factory.createEntityManager()) {
            List<Toy> managed =
                    other.createQuery("select t from Toy t", Toy.class).getResultList();
            read(em -> {
                Dog dog = em.find(Dog.class, 1L);
                assertThat(statements(() -> prefetch(List.of(dog), "toys"))).isEqualTo(SHARED_CACHE ? 0 : 1);
                assertThat(dog.getToys()).hasSize(3).doesNotContainAnyElementsOf(managed);
                return dog;
            });
        }
    }
}
