package io.github.selfsame.eclipselink.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import io.github.selfsame.eclipselink.kennel.Owner;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.util.List;
import org.eclipse.persistence.exceptions.ValidationException;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Persistence contexts of all kinds, and what happens to instances that pass from one to the next. */
class ContextsTest extends KennelTest {

    @Test
    @DisplayName("R1, R7: an EntityManager that lives for several transactions keeps its instances, as others see them")
    void extended() {
        EntityManager em = entityManager();
        Dog dog = em.find(Dog.class, 1L);
        em.getTransaction().begin();
        dog.setName("One");
        em.getTransaction().commit();
        assertThat(em.contains(dog)).isTrue();
        assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
        em.getTransaction().begin();
        dog.setName("Two");
        em.getTransaction().commit();
        // still managed there: another context has a copy of its own
        Dog copy = read(other -> other.find(Dog.class, 1L));
        assertThat(copy).isNotSameAs(dog);
        assertThat(copy.getName()).isEqualTo("Two");
        em.close();

        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Two");
    }

    @Test
    @DisplayName(
            "R1, R18: a context that has read without a map keeps that for itself, and goes on with the map once there is one")
    void readsWithoutMapFirst() {
        Dog canonical = read(em -> em.find(Dog.class, 2L));
        EntityManager em;
        Dog own;
        try (IdentityMapActivation bypass = maps.bypass()) {
            em = entityManager();
            own = em.find(Dog.class, 1L);
            assertThat(bypass).isNotNull();
        }
        int statements = statements(() -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(own);
            assertThat(em.find(Dog.class, 2L)).isSameAs(canonical);
        });
        Dog added = em.find(Dog.class, 3L);
        em.getTransaction().begin();
        own.setName("Own");
        canonical.setName("Canonical");
        em.getTransaction().commit();
        em.close();

        assertThat(statements).isZero();
        Dog first = read(other -> other.find(Dog.class, 1L));
        assertThat(first).isNotSameAs(own);
        assertThat(first.getName()).isEqualTo("Own");
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 2L))).isSameAs(canonical);
        assertThat(canonical.getName()).isEqualTo("Canonical");
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 3L))).isSameAs(added);
    }

    @Test
    @DisplayName("R8: after a rollback an EntityManager that lives on reads the database, and so do all others")
    void extendedAfterRollback() {
        EntityManager em = entityManager();
        Dog dog = em.find(Dog.class, 1L);
        em.getTransaction().begin();
        dog.setName("Max");
        em.flush();
        em.getTransaction().rollback();

        assertThat(em.contains(dog)).isFalse();
        Dog again = em.find(Dog.class, 1L);
        assertThat(again).isNotSameAs(dog);
        assertThat(again.getName()).isEqualTo("Rex");
        em.close();
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L))).isSameAs(again);
    }

    @Test
    @DisplayName("R3, R6: of two transactions that read one row and change it, the second one fails, as ever")
    void lostUpdate() {
        read(em -> em.find(Dog.class, 1L));
        EntityManager first = entityManager();
        EntityManager second = entityManager();
        first.getTransaction().begin();
        second.getTransaction().begin();
        first.find(Dog.class, 1L).setName("First");
        second.find(Dog.class, 1L).setName("Second");
        first.getTransaction().commit();
        assertThatThrownBy(second.getTransaction()::commit).isInstanceOf(RollbackException.class);
        first.close();
        second.close();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("First");
    }

    @Test
    @DisplayName("R3: a private copy stays with its context, and what it has loaded stays private too")
    void privateCopy() {
        EntityManager holder = entityManager();
        Dog canonical = holder.find(Dog.class, 1L);
        load(canonical.getToys());
        EntityManager other = entityManager();
        Dog copy = other.find(Dog.class, 1L);
        load(copy.getToys());

        assertThat(copy.getToys()).doesNotContainAnyElementsOf(canonical.getToys());
        assertThat(copy.getToys()).allMatch(other::contains);
        assertThat(other.find(Dog.class, 1L)).isSameAs(copy);
        other.close();
        holder.close();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(canonical);
    }

    @Test
    @DisplayName("R9: a detached instance stays detached, with what it has, while its row is read anew")
    void detach() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Dog dog = em.find(Dog.class, 1L);
        dog.setName("Max");
        em.detach(dog);
        assertThat(em.contains(dog)).isFalse();
        Dog managed = em.find(Dog.class, 1L);
        assertThat(managed).isNotSameAs(dog);
        em.getTransaction().commit();

        assertThat(dog.getName()).isEqualTo("Max");
        assertThat(managed.getName()).isEqualTo("Rex");
        em.close();
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L))).isSameAs(managed);
    }

    @Test
    @DisplayName("R9, R4: what another context has cleared can't be adopted, but can be merged")
    void clearAndMerge() {
        EntityManager em = entityManager();
        Dog dog = em.find(Dog.class, 1L);
        em.clear();
        dog.setName("Max");
        Dog merged = inTransaction(other -> other.merge(dog));

        assertThat(merged).isNotSameAs(dog);
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L))).isSameAs(merged);
        assertThat(merged.getName()).isEqualTo("Max");
    }

    @Test
    @DisplayName("R5: merge of an instance that the context manages gives that instance")
    void mergeOfManaged() {
        read(em -> em.find(Dog.class, 1L));
        transact(em -> {
            Dog managed = em.find(Dog.class, 1L);
            assertThat(em.merge(managed)).isSameAs(managed);
        });
    }

    @Test
    @DisplayName("R5: merge of a free canonical instance that nobody has changed gives another object, as plain does")
    void mergeOfUnchanged() {
        Dog dog = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            load(found.getToys());
            return found;
        });
        database.forget();
        Dog merged = inTransaction(em -> em.merge(dog));
        List<String> statements = database.statements();

        assertThat(merged).isNotSameAs(dog);
        assertThat(merged.getToys()).hasSize(3);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(merged);
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            Dog plain = read(em -> {
                Dog found = em.find(Dog.class, 1L);
                load(found.getToys());
                return found;
            });
            factory.getCache().evictAll();
            database.forget();
            transact(em -> em.merge(plain));
            assertThat(statements)
                    .hasSizeLessThanOrEqualTo(database.statements().size());
        }
    }

    @Test
    @DisplayName("R5: merge into an instance that the context has adopted gives that one")
    void mergeIntoAdopted() {
        Dog detached = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            em.detach(found);
            return found;
        });
        detached.setName("Max");
        Dog canonical = read(em -> em.find(Dog.class, 1L));
        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(canonical);
            assertThat(em.merge(detached)).isSameAs(canonical);
        });

        assertThat(canonical.getName()).isEqualTo("Max");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(canonical);
    }

    @Test
    @DisplayName("R7: persist, remove and refresh of instances that nobody manages fail as specified")
    void operationsOnDetached() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        EntityManager em = entityManager();
        em.getTransaction().begin();
        assertThat(em.contains(dog)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> em.remove(dog));
        assertThatIllegalArgumentException().isThrownBy(() -> em.refresh(dog));
        assertThatThrownBy(() -> {
                    em.persist(dog);
                    em.flush();
                })
                .isInstanceOfAny(EntityExistsException.class, PersistenceException.class);
        em.getTransaction().rollback();
        assertThat(this.<Object>read(other ->
                        other.createNativeQuery("select count(*) from Dog").getSingleResult()))
                .isEqualTo(4L);
    }

    @Test
    @DisplayName("R7, B7: remove and persist of the same id in one transaction gives the new instance")
    void removeAndPersist() {
        Note note = read(em -> em.find(Note.class, 1L));
        Note second = new Note(1, "again");
        transact(em -> {
            em.remove(em.find(Note.class, 1L));
            em.flush();
            em.persist(second);
        });

        Note found = read(em -> em.find(Note.class, 1L));
        assertThat(found).isSameAs(second).isNotSameAs(note);
        assertThat(found.getText()).isEqualTo("again");
    }

    @Test
    @DisplayName("R7: a removed instance that is persisted again stays")
    void persistRemoved() {
        Note note = read(em -> em.find(Note.class, 1L));
        transact(em -> {
            Note managed = em.find(Note.class, 1L);
            em.remove(managed);
            em.persist(managed);
        });

        assertThat(this.<Note>read(em -> em.find(Note.class, 1L)).getText()).isEqualTo("first");
        assertThat(note.getText()).isEqualTo("first");
    }

    @Test
    @DisplayName("R4: a nested unit of work works on copies; its commit reaches the adopted instance and the database")
    void nestedUnitOfWork() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        if (WOVEN) {
            // not for woven entities: as without the library
            transact(em -> {
                Dog adopted = em.find(Dog.class, 1L);
                UnitOfWork nested = em.unwrap(UnitOfWork.class).acquireUnitOfWork();
                assertThatThrownBy(() -> nested.registerObject(adopted)).isInstanceOf(ValidationException.class);
            });
            return;
        }
        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
            UnitOfWork nested = em.unwrap(UnitOfWork.class).acquireUnitOfWork();
            Dog copy = (Dog) nested.registerObject(dog);
            assertThat(copy).isNotSameAs(dog);
            copy.setName("Max");
            assertThat(dog.getName()).isEqualTo("Rex");
            nested.commit();
            assertThat(dog.getName()).isEqualTo("Max");
        });

        assertThat(this.<Object>read(em -> em.createNativeQuery("select name from Dog where id = 1")
                        .getSingleResult()))
                .isEqualTo("Max");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getToys()).hasSize(3);
    }

    @Test
    @DisplayName("R1: an instance that is registered with a unit of work directly is its canonical one")
    void unitOfWorkOfTheSession() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        UnitOfWork unitOfWork = factory.unwrap(org.eclipse.persistence.sessions.server.ServerSession.class)
                .acquireUnitOfWork();
        Dog read = (Dog) unitOfWork.readObject(
                Dog.class,
                new org.eclipse.persistence.expressions.ExpressionBuilder()
                        .get("id")
                        .equal(1L));
        assertThat(read).isSameAs(dog);
        read.setName("Max");
        unitOfWork.commit();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(this.<Object>read(em -> em.createNativeQuery("select name from Dog where id = 1")
                        .getSingleResult()))
                .isEqualTo("Max");
    }

    @Test
    @DisplayName("R20, R7: a parent that is persisted without its children in memory shows them to the next context")
    void parentWithoutChildren() {
        Owner eve = new Owner(7, "Eve");
        transact(em -> em.persist(eve));
        transact(em -> em.find(Dog.class, 4L).setOwner(em.find(Owner.class, 7L)));

        List<String> names = inTransaction(em ->
                em.find(Owner.class, 7L).getDogs().stream().map(Dog::getName).toList());
        assertThat(names).containsExactly("Ida");
    }
}
