package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.LazyLoadingException;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Maker;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RaiseTest extends KennelTest {

    @BeforeEach
    void raise() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.RAISE));
    }

    private static List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    @Test
    @DisplayName("P13: touching a collection that is not loaded names the entity, the attribute and the prefetch path")
    void collection() {
        Dog rex = read(em -> {
            Dog dog = em.find(Dog.class, 1L);
            database.forget();
            assertThatThrownBy(() -> dog.getToys().size())
                    .isInstanceOf(LazyLoadingException.class)
                    .hasMessageContainingAll(
                            "SELFSAME002004", "'toys'", Dog.class.getName(), "prefetch(entities, \"toys\")");
            assertThatThrownBy(() -> List.copyOf(dog.getNicknames())).isInstanceOf(LazyLoadingException.class);
            return dog;
        });
        assertThatThrownBy(() -> rex.getToys().forEach(Toy::getName)).isInstanceOf(LazyLoadingException.class);
        assertThat(database.statements()).isEmpty();
        assertThat(activation.map().contains(rex)).isTrue();
    }

    @Test
    @DisplayName("P13: touching a reference that is not loaded, also in an embeddable, managed or free")
    void reference() {
        if (!WOVEN) {
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getOwner().getName())
                    .as("without weaving references are eager")
                    .isEqualTo("Ann");
            return;
        }
        Dog rex = read(em -> {
            Dog dog = em.find(Dog.class, 1L);
            assertThatThrownBy(dog::getOwner)
                    .isInstanceOf(LazyLoadingException.class)
                    .hasMessageContainingAll("'owner'", Dog.class.getName(), "\"owner\"");
            assertThatThrownBy(() -> dog.getCollar().getCollarMaker())
                    .isInstanceOf(LazyLoadingException.class)
                    .hasMessageContaining("\"collar.collarMaker\"");
            return dog;
        });
        assertThatThrownBy(rex::getOwner).isInstanceOf(LazyLoadingException.class);
        assertThatThrownBy(() -> rex.getCollar().getCollarMaker())
                .isInstanceOf(LazyLoadingException.class)
                .hasMessageContaining("\"collar.collarMaker\"");
    }

    @Test
    @DisplayName("P13: what was prefetched, joined or loaded before is there")
    void loaded() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            prefetch(dogs, "toys.maker", "owner", "nicknames");
            assertThat(statements(() -> dogs.forEach(dog -> {
                        dog.getToys().forEach(toy -> assertThat(
                                        toy.getMaker() == null
                                                ? ""
                                                : toy.getMaker().getName())
                                .isNotNull());
                        load(dog.getNicknames());
                        assertThat(dog.getOwner() == null ? "" : dog.getOwner().getName())
                                .isNotNull();
                    })))
                    .isZero();
            return null;
        });
        read(em -> {
            List<Owner> owners = em.createQuery("select o from Owner o join fetch o.dogs", Owner.class)
                    .getResultList();
            assertThatCode(() -> owners.forEach(owner -> load(owner.getDogs()))).doesNotThrowAnyException();
            return null;
        });
        List<Dog> free = read(RaiseTest::dogs);
        prefetch(free, "favoriteToy.dogs");
        assertThat(free.get(0).getFavoriteToy().getDogs()).hasSize(2);
    }

    @Test
    @DisplayName("P13: the provider's own work never raises: assign, flush, commit, merge, refresh, cascade, remove")
    void providersOwnWork() {
        transact(em -> {
            Dog rex = em.find(Dog.class, 1L);
            rex.setOwner(em.find(Owner.class, 2L));
            rex.setFavoriteToy(null);
            em.flush();
            em.refresh(rex);
            assertThatThrownBy(() -> rex.getToys().size()).isInstanceOf(LazyLoadingException.class);
        });
        Dog detached = read(em -> {
            Dog rex = em.find(Dog.class, 1L);
            em.detach(rex);
            return rex;
        });
        detached.setName("Max");
        transact(em -> {
            Dog merged = em.merge(detached);
            assertThat(merged.getName()).isEqualTo("Max");
        });
        transact(em -> em.remove(em.find(Dog.class, 3L)));
        transact(em -> {
            Dog dog = new Dog(9, "New", em.find(Owner.class, 1L));
            dog.getToys().add(em.find(Toy.class, 1L));
            em.persist(dog);
            em.persist(new Maker("Cog"));
        });
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 3L)) == null).isTrue();
        reopen(IdentityMapOptions.DEFAULTS);
        factory.getCache().evictAll();
        read(em -> {
            assertThat(em.find(Dog.class, 9L).getToys()).hasSize(1);
            assertThat(em.find(Dog.class, 1L).getFavoriteToy()).isNull();
            assertThat(em.find(Dog.class, 1L).getToys()).hasSize(3);
            return null;
        });
    }

    @Test
    @DisplayName("P13: by call, also what was read before; afterwards all loads again")
    void byCall() {
        reopen(IdentityMapOptions.DEFAULTS);
        EntityManager manager = entityManager();
        List<Dog> managed = dogs(manager);
        try (IdentityMapActivation raising = maps.withLazyLoading(LazyLoading.RAISE)) {
            assertThat(raising.map()).isSameAs(activation.map());
            assertThatThrownBy(() -> managed.get(0).getToys().size()).isInstanceOf(LazyLoadingException.class);
            try (IdentityMapActivation allowed = maps.withLazyLoading(LazyLoading.ONE)) {
                assertThat(allowed).isNotNull();
                assertThat(managed.get(1).getToys()).hasSize(3);
            }
            assertThatThrownBy(() -> managed.get(2).getToys().size()).isInstanceOf(LazyLoadingException.class);
            manager.close();
            assertThatThrownBy(() -> managed.get(2).getToys().size()).isInstanceOf(LazyLoadingException.class);
        }
        assertThat(managed.get(0).getToys()).hasSize(3);
        assertThat(managed.get(2).getToys()).hasSize(1);
    }

    @Test
    @DisplayName("R18: a bypass is none of the map's business")
    void bypass() {
        assertThat(readWithoutMap(em -> em.find(Dog.class, 1L).getToys().size()).intValue())
                .isEqualTo(3);
    }
}
