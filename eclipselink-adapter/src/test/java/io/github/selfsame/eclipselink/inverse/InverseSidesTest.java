package io.github.selfsame.eclipselink.inverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseSidesTest extends KennelTest {

    @Test
    @DisplayName("R20: when a dog moves, both owners' dogs are read afresh by the next persistence context")
    void movedChild() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        Owner cid = read(em -> em.find(Owner.class, 3L));
        load(ann.getDogs());
        load(cid.getDogs());

        transact(em -> em.find(Dog.class, 1L).setOwner(em.find(Owner.class, 3L)));

        transact(em -> {
            assertThat(em.find(Owner.class, 1L)).isSameAs(ann);
            assertThat(ann.getDogs()).extracting(Dog::getName).containsExactly("Fay");
            assertThat(em.find(Owner.class, 3L).getDogs())
                    .extracting(Dog::getName)
                    .containsExactly("Rex");
        });
    }

    @Test
    @DisplayName("R20: a persisted dog is in its owner's loaded dogs, a removed one in none")
    void persistedAndRemovedChild() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        load(ann.getDogs());
        Dog toto = inTransaction(em -> {
            Dog created = new Dog(9, "Toto", em.find(Owner.class, 1L));
            em.persist(created);
            return created;
        });
        transact(em -> assertThat(em.find(Owner.class, 1L).getDogs())
                .extracting(Dog::getName)
                .containsExactly("Fay", "Rex", "Toto"));
        assertThat(ann.getDogs()).contains(toto);

        transact(em -> em.remove(em.find(Dog.class, 9L)));
        transact(em -> assertThat(em.find(Owner.class, 1L).getDogs())
                .extracting(Dog::getName)
                .containsExactly("Fay", "Rex"));
    }

    @Test
    @DisplayName("R20: a change of what a collection is ordered by is seen in its order")
    void orderedByChangedState() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        load(ann.getDogs());
        transact(em -> em.find(Dog.class, 1L).setName("Abe"));

        transact(em -> assertThat(em.find(Owner.class, 1L).getDogs())
                .extracting(Dog::getName)
                .containsExactly("Abe", "Fay"));
    }

    @Test
    @DisplayName("R20: the other side of a many-to-many association follows the owning side")
    void manyToMany() {
        Toy ball = read(em -> em.find(Toy.class, 1L));
        load(ball.getDogs());
        assertThat(ball.getDogs()).extracting(Dog::getName).containsExactlyInAnyOrder("Rex", "Gus");
        transact(em -> em.find(Dog.class, 4L).getToys().add(em.find(Toy.class, 1L)));

        transact(em -> assertThat(em.find(Toy.class, 1L).getDogs())
                .extracting(Dog::getName)
                .containsExactlyInAnyOrder("Rex", "Gus", "Ida"));
    }

    @Test
    @DisplayName("R20/C1: an owner whose dog has moved away is removed, and the dog survives")
    void railsKiller() {
        Owner ben = read(em -> em.find(Owner.class, 2L));
        load(ben.getDogs());
        transact(em -> em.find(Dog.class, 3L).setOwner(em.find(Owner.class, 3L)));
        transact(em -> {
            Owner removed = em.find(Owner.class, 2L);
            // what an application does that has no cascade at the mapping
            removed.getDogs().forEach(em::remove);
            em.remove(removed);
        });

        assertThat(this.<Owner>read(em -> em.find(Owner.class, 2L))).isNull();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 3L))).isNotNull();
        assertThat(this.<String>readWithoutMap(
                        em -> em.find(Dog.class, 3L).getOwner().getName()))
                .isEqualTo("Cid");
    }

    @Test
    @DisplayName(
            "R20: the dogs that were put into an owner just persisted, or left out, are what the database says then")
    void newOwner() {
        transact(em -> {
            Owner eve = new Owner(7, "Eve");
            em.persist(eve);
            // the owning side only
            em.find(Dog.class, 4L).setOwner(eve);
        });

        transact(em -> assertThat(em.find(Owner.class, 7L).getDogs())
                .extracting(Dog::getName)
                .containsExactly("Ida"));
    }

    @Test
    @DisplayName("R20: what a transaction has flushed is in the collections that it reads afterwards, committed or not")
    void flushedInTheSameTransaction() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        load(ann.getDogs());
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Owner managed = em.find(Owner.class, 1L);
        em.persist(new Dog(9, "Toto", managed));
        em.flush();

        assertThat(managed).isSameAs(ann);
        assertThat(managed.getDogs()).extracting(Dog::getName).containsExactly("Fay", "Rex", "Toto");
        em.getTransaction().rollback();
        transact(other -> assertThat(other.find(Owner.class, 1L).getDogs())
                .extracting(Dog::getName)
                .containsExactly("Fay", "Rex"));
    }

    @Test
    @DisplayName(
            "R20/R4: a collection that was put into a new owner stays with it until a persistence context has read the owner")
    void collectionOfTheUsersOwn() {
        Owner eve = new Owner(7, "Eve");
        eve.setDogs(new ArrayList<>(List.of(new Dog(8, "Tip", eve))));
        transact(em -> {
            em.persist(eve);
            em.persist(eve.getDogs().get(0));
        });
        // EclipseLink may have wrapped it
        List<Dog> dogs = eve.getDogs();
        assertThat(eve.getDogs()).isSameAs(dogs);
        assertThat(statements(() -> load(eve.getDogs()))).isZero();
        assertThat(eve.getDogs()).extracting(Dog::getName).containsExactly("Tip");

        transact(em -> {
            assertThat(em.find(Owner.class, 7L)).isSameAs(eve);
            em.find(Dog.class, 1L).setOwner(eve);
        });
        transact(em -> {
            assertThat(em.find(Owner.class, 7L)).isSameAs(eve);
            assertThat(eve.getDogs()).extracting(Dog::getName).containsExactly("Rex", "Tip");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("S1, R20: when the map has ended, a detached owner has what was put into it, and reads nothing")
    void collectionOfTheUsersOwnAfterTheMap(boolean isReadAgain) {
        Owner eve = new Owner(7, "Eve");
        Dog tip = new Dog(8, "Tip", eve);
        eve.setDogs(new ArrayList<>(List.of(tip)));
        transact(em -> {
            em.persist(eve);
            em.persist(tip);
        });
        for (int time = 0; time < 2; time++) {
            if (isReadAgain) {
                emptyCaches();
            }
            transact(em -> assertThat(em.find(Owner.class, 7L)).isSameAs(eve));
        }
        activation.close();

        assertThat(statements(() -> assertThat(eve.getDogs()).containsExactly(tip)))
                .isZero();
        activation = maps.open();
    }

    @Test
    @DisplayName("R4: a loaded collection stays with an instance that a transaction has read again without touching it")
    void loadedCollection() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        List<Dog> dogs = ann.getDogs();
        load(dogs);
        transact(em -> assertThat(em.find(Owner.class, 1L)).isSameAs(ann));

        assertThat(ann.getDogs()).isSameAs(dogs);
        assertThat(statements(() -> load(ann.getDogs()))).isZero();
    }

    @Test
    @DisplayName(
            "R4: a loaded reference stays with an instance that a transaction has read again after a change, unless that was in it")
    void loadedReference() {
        Dog rex = read(em -> em.find(Dog.class, 1L));
        Owner ann = rex.getOwner();
        assertThat(ann.getName()).isEqualTo("Ann");
        transact(em ->
                em.createQuery("update Dog d set d.name = 'Max' where d.id = 1").executeUpdate());
        transact(em -> assertThat(em.find(Dog.class, 1L)).isSameAs(rex));

        assertThat(rex.getName()).isEqualTo("Max");
        assertThat(factory.getPersistenceUnitUtil().isLoaded(rex, "owner")).isTrue();
        assertThat(statements(() -> assertThat(rex.getOwner()).isSameAs(ann))).isZero();
        // it is what is written
        transact(em -> assertThat(em.merge(rex).getOwner()).isSameAs(em.find(Owner.class, 1L)));

        Dog read = read(em -> em.find(Dog.class, 1L));
        assertThat(read.getOwner().getName()).isEqualTo("Ann");
        transact(em -> em.createQuery("update Dog d set d.owner = :cid where d.id = 1")
                .setParameter("cid", em.getReference(Owner.class, 3L))
                .executeUpdate());
        transact(em -> assertThat(em.find(Dog.class, 1L)).isSameAs(read));
        assertThat(read.getOwner().getName()).isEqualTo("Cid");
    }

    @Test
    @DisplayName("R20: an owner just persisted and then found shows its dogs also after the end of that context")
    void touchedAfterwards() {
        Owner eve = new Owner(7, "Eve");
        transact(em -> {
            em.persist(eve);
            em.persist(new Dog(8, "Tip", eve));
        });
        assertThat(this.<Owner>read(em -> em.find(Owner.class, 7L))).isSameAs(eve);
        assertThat(statements(
                        () -> assertThat(eve.getDogs()).extracting(Dog::getName).containsExactly("Tip")))
                .isEqualTo(1);

        transact(em -> em.persist(new Dog(9, "Toto", em.find(Owner.class, 7L))));
        transact(em -> em.find(Owner.class, 7L));
        assertThat(eve.getDogs()).extracting(Dog::getName).containsExactly("Tip", "Toto");
        transact(em -> em.find(Owner.class, 7L));
        assertThat(statements(() -> load(eve.getDogs())))
                .as("nothing has changed since")
                .isZero();
    }

    @Test
    @DisplayName("R20/R4: what nobody has read again since stays as it was loaded, in the same collection")
    void untouched() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        load(ann.getDogs());
        List<Dog> dogs = ann.getDogs();
        transact(em -> em.find(Dog.class, 4L).setOwner(em.getReference(Owner.class, 3L)));
        assertThat(statements(() -> assertThat(dogs).extracting(Dog::getName).containsExactly("Fay", "Rex")))
                .isZero();

        transact(em -> em.find(Dog.class, 1L).setOwner(em.find(Owner.class, 3L)));
        transact(em -> assertThat(em.find(Owner.class, 1L)).isSameAs(ann));
        assertThat(ann.getDogs()).isSameAs(dogs);
        assertThat(dogs).extracting(Dog::getName).containsExactly("Fay");
    }

    @Test
    @DisplayName(
            "R20: when the row of the owner is read again, its dogs are loaded again too when they are touched afterwards")
    void touchedAfterRefresh() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        load(ann.getDogs());
        transact(em -> em.find(Dog.class, 1L).setOwner(em.getReference(Owner.class, 3L)));
        transact(em -> em.createQuery("update Owner o set o.name = 'Anna'").executeUpdate());
        transact(em -> assertThat(em.find(Owner.class, 1L)).isSameAs(ann));
        assertThat(ann.getName()).isEqualTo("Anna");
        assertThat(ann.getDogs()).extracting(Dog::getName).containsExactly("Fay");
    }

    @Test
    @DisplayName("R20: what a transaction has done to the other side in memory only is not there for the next context")
    void changedInMemoryOnly() {
        transact(em -> em.find(Owner.class, 1L).getDogs().clear());
        transact(em -> assertThat(em.find(Owner.class, 1L).getDogs())
                .extracting(Dog::getName)
                .containsExactly("Fay", "Rex"));
        transact(em -> em.find(Toy.class, 1L).getDogs().clear());
        Toy ball = read(em -> em.find(Toy.class, 1L));
        assertThat(ball.getDogs()).extracting(Dog::getName).containsExactlyInAnyOrder("Rex", "Gus");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("R20: nor is what was merged into the other side")
    void mergedInMemoryOnly(boolean isEmpty) {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        ann.setDogs(isEmpty ? new ArrayList<>() : null);
        ann.setName("Anna");
        Owner merged = inTransaction(em -> em.merge(ann));
        assertThat(merged.getName()).isEqualTo("Anna");
        transact(em -> {
            assertThat(em.find(Owner.class, 1L)).isSameAs(merged);
            assertThat(merged.getDogs()).extracting(Dog::getName).containsExactly("Fay", "Rex");
        });
    }

    @Test
    @DisplayName("R20/R4: with the factory closed, what was loaded before is all there is")
    void factoryClosed() {
        Owner ann;
        try (EntityManagerFactory other = Persistence.createEntityManagerFactory(
                "kennel",
                withDatabase(Map.of(
                        "eclipselink.session-name",
                        "to be closed",
                        "jakarta.persistence.schema-generation.database.action",
                        "none")))) {
            EntityManager em = other.createEntityManager();
            ann = em.find(Owner.class, 1L);
            load(ann.getDogs());
            em.close();
            EntityManager writer = other.createEntityManager();
            writer.getTransaction().begin();
            writer.find(Dog.class, 1L).setOwner(writer.getReference(Owner.class, 3L));
            writer.getTransaction().commit();
            writer.close();
            EntityManager reader = other.createEntityManager();
            assertThat(reader.find(Owner.class, 1L)).isSameAs(ann);
            reader.close();
        }
        assertThat(ann.getDogs()).extracting(Dog::getName).containsExactly("Fay", "Rex");
    }
}
