package io.github.selfsame.eclipselink.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Toys have nothing but lazy associations: they are taken over without any look at these. */
class UntouchedAdoptionTest extends KennelTest {

    private static Toy find(EntityManager em) {
        return em.find(Toy.class, 2L);
    }

    /** Another context manages the toy, whatever the one before has done, and all that is reached from there. */
    private void isManagedByTheNext(Toy toy) {
        transact(em -> {
            Toy found = find(em);
            assertThat(found).isSameAs(toy);
            assertThat(em.contains(found.getMaker())).isTrue();
            assertThat(found.getDogs()).extracting(Dog::getId).containsExactlyInAnyOrder(1L, 2L);
            assertThat(found.getDogs()).allMatch(em::contains);
            found.getDogs().get(0).setName("Bello");
        });
        Long renamed = read(em -> em.createQuery("select count(d) from Dog d where d.name = 'Bello'", Long.class)
                .getSingleResult());
        assertThat(renamed).isOne();
    }

    private void isManagedByTheNextAfter(Consumer<EntityManager> work) {
        Toy toy = read(UntouchedAdoptionTest::find);
        transact(work);
        isManagedByTheNext(toy);
    }

    @Test
    @DisplayName("R4: an instance that was taken over twice and not touched loads through the third context")
    void untouched() {
        isManagedByTheNextAfter(UntouchedAdoptionTest::find);
    }

    @Test
    @DisplayName("R4: what was loaded while an instance was free belongs to the context that takes it over")
    void loadedWhileFree() {
        Toy toy = read(UntouchedAdoptionTest::find);
        load(toy.getDogs());
        assertThat(toy.getMaker().getName()).isNotNull();
        isManagedByTheNext(toy);
    }

    @Test
    @DisplayName("R4: what one context has loaded belongs to the next")
    void loadedByContext() {
        isManagedByTheNextAfter(em -> {
            load(find(em).getDogs());
            assertThat(find(em).getMaker()).isNotNull();
        });
    }

    @Test
    @DisplayName("R4, R10: an instance that was refreshed belongs to the next context, with all its associations")
    void refreshed() {
        isManagedByTheNextAfter(em -> em.refresh(find(em)));
    }

    @Test
    @DisplayName("R4: an instance that was flushed and locked belongs to the next context, with all its associations")
    void changed() {
        isManagedByTheNextAfter(em -> {
            find(em).setName("ball");
            em.flush();
            em.refresh(find(em));
        });
    }

    @Test
    @DisplayName("R4, R5: an instance into which something was merged belongs to the next context")
    void merged() {
        Toy detached = read(em -> {
            Toy found = find(em);
            em.detach(found);
            return found;
        });
        isManagedByTheNextAfter(em -> {
            find(em);
            assertThat(em.merge(detached)).isNotSameAs(detached);
        });
    }

    @Test
    @DisplayName("R4: an instance that the map forgets while a context manages it loads through that context")
    void forgotten() {
        read(UntouchedAdoptionTest::find);
        transact(em -> {
            Toy found = find(em);
            activation.map().clear();
            assertThat(em.contains(found)).isTrue();
            assertThat(em.contains(found.getMaker())).isTrue();
            assertThat(found.getDogs()).isNotEmpty().allMatch(em::contains);
        });
    }

    @Test
    @DisplayName("R4: to be added to, a collection that is not loaded is no more loaded than without the map")
    void addedUnread() {
        assumeTrue(WOVEN, "without weaving EclipseLink loads it");
        Toy toy = read(UntouchedAdoptionTest::find);
        transact(em -> {
            Toy found = find(em);
            Dog third = em.find(Dog.class, 3L);
            assertThat(statements(() -> found.getDogs().add(third))).isZero();
        });
        assertThat(this.<Toy>read(UntouchedAdoptionTest::find)).isSameAs(toy);
    }
}
