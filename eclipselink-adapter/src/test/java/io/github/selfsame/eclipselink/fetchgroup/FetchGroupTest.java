package io.github.selfsame.eclipselink.fetchgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.EntityManager;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FetchGroupTest extends KennelTest {

    @BeforeEach
    void onlyWoven() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        // evicted instances are still complete there
        emptyCaches();
    }

    @Test
    @DisplayName("R12: what is missing of a free instance is loaded into it when it is touched")
    void freeInstanceLoadsTheRest() {
        Dog dog = read(FetchGroupTest::readId);

        assertThat(dog.getName()).isEqualTo("Rex");
        assertThat(dog.getToys()).hasSize(3);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getOwner()).isSameAs(read(em -> em.find(Dog.class, 2L)).getOwner());
    }

    @Test
    @DisplayName("R12: what is missing of a free instance is loaded into it also if the shared cache has all of it")
    void freeInstanceLoadsTheRestFromTheSharedCache() {
        Dog dog = read(FetchGroupTest::readId);
        assertThat(this.<String>readWithoutMap(em -> em.find(Dog.class, 1L).getName()))
                .isEqualTo("Rex");

        assertThat(dog.getName()).isEqualTo("Rex");
    }

    @Test
    @DisplayName(
            "R12: a partial instance that is adopted loads the rest through its new context, and changes are written")
    void adoptedInstanceLoadsTheRest() {
        Dog dog = read(FetchGroupTest::readId);
        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(dog.getName()).isEqualTo("Rex");
            dog.setName("Max");
        });

        assertThat(this.<Object>read(em -> em.createNativeQuery("select name from Dog where id = 1")
                        .getSingleResult()))
                .isEqualTo("Max");
    }

    @Test
    @DisplayName("R12: a partial instance that the map has given up still loads the rest")
    void evictedInstanceLoadsTheRest() {
        EntityManager manager = entityManager();
        Dog dog = readId(manager);
        manager.close();
        activation.close();
        activation = maps.open();

        assertThat(dog.getName()).isEqualTo("Rex");
    }

    private static Dog readId(EntityManager manager) {
        FetchGroup group = new FetchGroup();
        group.addAttribute("id");
        Dog dog = manager.createQuery("select d from Dog d where d.id = 1", Dog.class)
                .setHint("eclipselink.fetch-group", group)
                .getSingleResult();
        assertThat(((FetchGroupTracker) (Object) dog)._persistence_getFetchGroup())
                .isNotNull();
        return dog;
    }
}
