package io.github.selfsame.eclipselink.staleness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State that must not be lost, and state that must not survive. */
class StalenessTest extends KennelTest {

    /** The ways to go to the database for a row that the map has. */
    enum Way {
        REFRESH(em -> {
            Dog dog = em.find(Dog.class, 1L);
            em.refresh(dog);
            return dog;
        }),
        REFRESH_AND_LOCK(em -> {
            Dog dog = em.find(Dog.class, 1L);
            em.refresh(dog, LockModeType.PESSIMISTIC_WRITE);
            return dog;
        }),
        FIND_AND_LOCK(em -> em.find(Dog.class, 1L, LockModeType.PESSIMISTIC_WRITE)),
        QUERY_AND_LOCK(em -> em.createQuery("select d from Dog d where d.id = 1", Dog.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult()),
        QUERY_AND_REFRESH(em -> em.createQuery("select d from Dog d where d.id = 1", Dog.class)
                .setHint("eclipselink.refresh", true)
                .getSingleResult()),
        FIND_PAST_THE_CACHE(em ->
                em.find(Dog.class, 1L, Map.of("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS))),
        QUERY_PAST_THE_CACHE(em -> em.createQuery("select d from Dog d where d.name <> ''", Dog.class)
                .setHint("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS)
                .getResultStream()
                .filter(dog -> dog.getId() == 1)
                .findFirst()
                .orElseThrow());

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final Function<EntityManager, Dog> read;

        Way(Function<EntityManager, Dog> read) {
            this.read = read;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("B2, R10: refreshing and locking reads go to the database and update the survivor")
    void toTheDatabase(Way way) {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        // nothing but the row itself tells that it has changed
        database.execute("update Dog set name = 'Max' where id = 1");

        int statements = statements(() -> transact(em -> {
            assertThat(way.read.apply(em)).isSameAs(dog);
            assertThat(dog.getName()).isEqualTo("Max");
            assertThat(em.contains(dog)).isTrue();
            dog.setName("Mix");
        }));
        assertThat(statements).isGreaterThanOrEqualTo(2);
        assertThat(column("select name from Dog where id = 1")).isEqualTo("Mix");
    }

    @Test
    @DisplayName("B2, R10: a lock on an adopted instance is a lock in the database")
    void lock() {
        read(em -> em.find(Dog.class, 1L));
        transact(em -> {
            Dog dog = em.find(Dog.class, 1L);
            database.forget();
            em.lock(dog, LockModeType.PESSIMISTIC_WRITE);
            assertThat(database.statements()).singleElement().asString().containsIgnoringCase("for update");
            assertThat(em.getLockMode(dog)).isEqualTo(LockModeType.PESSIMISTIC_WRITE);
        });
    }

    @Test
    @DisplayName("B2: an optimistic lock on an adopted instance that another has changed meanwhile fails")
    void optimisticLock() {
        read(em -> em.find(Dog.class, 1L));
        assertThatThrownBy(() -> transact(em -> {
                    em.find(Dog.class, 1L, LockModeType.OPTIMISTIC);
                    database.execute("update Dog set name = 'Max', version = version + 1 where id = 1");
                }))
                .isInstanceOf(RollbackException.class);
    }

    @Test
    @DisplayName("B1, R6: a later query never overwrites what was changed and is not saved")
    void queryKeepsUnsavedChanges() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        EntityManager em = entityManager();
        em.setFlushMode(FlushModeType.COMMIT);
        em.getTransaction().begin();
        assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
        dog.setName("Mine");
        dog.getToys().remove(0);
        database.execute("update Dog set name = 'Theirs', version = version + 1 where id = 1");

        List<Dog> dogs = em.createQuery("select distinct d from Dog d left join fetch d.toys", Dog.class)
                .getResultList();
        assertThat(dogs).contains(dog);
        assertThat(dog.getName()).isEqualTo("Mine");
        assertThat(dog.getToys()).hasSize(2);
        assertThatThrownBy(em.getTransaction()::commit).isInstanceOf(RollbackException.class);
        assertThat(column("select name from Dog where id = 1")).isEqualTo("Theirs");
    }

    @Test
    @DisplayName("B1, R5: a query never overwrites what was changed in an instance that nobody manages")
    void queryKeepsDetachedChanges() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        dog.setName("Mine");
        database.execute("update Dog set name = 'Theirs', version = version + 1 where id = 1");
        factory.getCache().evictAll();

        Dog found = read(em ->
                em.createQuery("select d from Dog d where d.id = 1", Dog.class).getSingleResult());
        assertThat(found).isNotSameAs(dog);
        assertThat(found.getName()).isEqualTo("Theirs");
        assertThat(dog.getName()).isEqualTo("Mine");
    }

    @Test
    @DisplayName("B6, R8: a failed flush gives up what it touched, and keeps what was only read")
    void failedFlush() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        Owner owner = read(em -> em.find(Owner.class, 1L));
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Owner.class, 1L);
        em.find(Dog.class, 1L).setName("Max");
        Note duplicate = new Note(1, "duplicate");
        em.persist(duplicate);
        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
        em.getTransaction().rollback();

        Dog after = read(other -> other.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(dog);
        assertThat(after.getName()).isEqualTo("Rex");
        assertThat(this.<Owner>read(other -> other.find(Owner.class, 1L))).isSameAs(owner);
        Note note = read(other -> other.find(Note.class, 1L));
        assertThat(note).isNotSameAs(duplicate);
        assertThat(note.getText()).isEqualTo("first");
    }

    @Test
    @DisplayName("B6, R8: so does a commit that fails")
    void failedCommit() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        assertThatThrownBy(() -> transact(em -> {
                    em.find(Dog.class, 1L).setName("Max");
                    em.persist(new Note(1, "duplicate"));
                }))
                .isInstanceOf(RollbackException.class);

        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(dog);
        assertThat(after.getName()).isEqualTo("Rex");
        assertThat(this.<Note>read(em -> em.find(Note.class, 1L)).getText()).isEqualTo("first");
    }

    @Test
    @DisplayName("B8, R3: a transaction within another one sees the committed state only, and its commit is seen later")
    void innerTransaction() {
        EntityManager outer = entityManager();
        outer.getTransaction().begin();
        Dog dog = outer.find(Dog.class, 1L);
        dog.setName("Outer");
        outer.flush();
        transact(inner -> {
            assertThat(inner.find(Dog.class, 1L)).isNotSameAs(dog);
            assertThat(inner.find(Dog.class, 1L).getName()).isEqualTo("Rex");
            inner.find(Dog.class, 2L).setName("Inner");
        });
        outer.getTransaction().rollback();
        outer.close();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("Rex");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 2L)).getName()).isEqualTo("Inner");
    }

    @Test
    @DisplayName("B10, R9: after flush and clear nothing stale survives, neither within the transaction nor after it")
    void flushAndClear() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Dog.class, 1L).setName("Max");
        em.persist(new Owner(8, "Eve"));
        em.flush();
        em.clear();
        Dog flushed = em.find(Dog.class, 1L);
        assertThat(flushed).isNotSameAs(dog);
        assertThat(flushed.getName()).isEqualTo("Max");
        assertThat(em.find(Owner.class, 8L).getName()).isEqualTo("Eve");
        em.getTransaction().rollback();
        em.close();

        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)).getName()).isEqualTo("Rex");
        assertThat(this.<Owner>read(other -> other.find(Owner.class, 8L))).isNull();
    }

    @Test
    @DisplayName("B10, R9: what was flushed and cleared is there after the commit")
    void flushAndClearAndCommit() {
        read(em -> em.find(Dog.class, 1L));
        transact(em -> {
            em.find(Dog.class, 1L).setName("Max");
            em.flush();
            em.clear();
        });
        factory.getCache().evictAll();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("Max");
    }

    @Test
    @DisplayName("B10, R18: what was flushed, cleared and committed past a map is not served by it any more")
    void flushAndClearUnderBypass() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        Note note = read(em -> em.find(Note.class, 1L));
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            transact(em -> {
                em.find(Dog.class, 1L).setName("Max");
                em.remove(em.find(Note.class, 1L));
                em.flush();
                em.clear();
            });
        }

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Max");
        assertThat(this.<Note>read(em -> em.find(Note.class, 1L))).isNull();
        assertThat(note.getText()).isEqualTo("first");
    }

    @Test
    @DisplayName("B6, R8: what was flushed, detached and read again does not survive the rollback")
    void flushAndDetach() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Dog dog = em.find(Dog.class, 1L);
        dog.setName("Max");
        em.flush();
        em.detach(dog);
        // the shared cache answers as it does without the map
        assertThat(em.find(Dog.class, 1L).getName()).isEqualTo(SHARED_CACHE ? "Rex" : "Max");
        em.getTransaction().rollback();

        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)).getName()).isEqualTo("Rex");
    }

    @Test
    @DisplayName("B6, R8, R20: collections that were loaded after a flush are read again after the rollback")
    void collectionsAfterRollback() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        Owner cid = read(em -> em.find(Owner.class, 3L));
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Dog.class, 1L).setOwner(em.find(Owner.class, 3L));
        em.remove(em.find(Dog.class, 2L));
        em.flush();
        assertThat(em.find(Owner.class, 1L).getDogs()).isEmpty();
        assertThat(em.find(Owner.class, 3L).getDogs()).hasSize(1);
        em.getTransaction().rollback();

        transact(other -> {
            assertThat(other.find(Owner.class, 1L)).isSameAs(ann);
            assertThat(ann.getDogs()).extracting(Dog::getName).containsExactly("Fay", "Rex");
            assertThat(other.find(Owner.class, 3L)).isSameAs(cid);
            assertThat(cid.getDogs()).isEmpty();
        });
    }

    @Test
    @DisplayName("B11: the options of a query count for that call only, not for the instances it gives")
    void optionsPerCall() {
        Dog dog = transactional(em -> em.createQuery("select d from Dog d where d.id = 1", Dog.class)
                .setHint("eclipselink.refresh", true)
                .setHint("eclipselink.batch", "d.toys")
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult());

        assertThat(statements(() ->
                        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog)))
                .isZero();
        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(em.getLockMode(dog)).isNotEqualTo(LockModeType.PESSIMISTIC_WRITE);
            database.forget();
            assertThat(dog.getToys()).extracting(Toy::getName).containsExactlyInAnyOrder("ball", "bone", "rope");
            assertThat(dog.getOwner().getName()).isEqualTo("Ann");
            assertThat(database.statements())
                    .noneMatch(sql -> sql.toLowerCase(java.util.Locale.ROOT).contains("for update"));
            dog.setName("Max");
        });
        assertThat(column("select name from Dog where id = 1")).isEqualTo("Max");
    }

    @Test
    @DisplayName("B12: a prefetch elsewhere in the scope shows in what is loaded; a map of one's own keeps apart")
    void unstableResponses() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        assertThat(isLoaded(dog)).isFalse();
        prefetch(
                this.<List<Dog>>read(
                        em -> em.createQuery("select d from Dog d", Dog.class).getResultList()),
                "toys");
        assertThat(isLoaded(dog)).isTrue();

        try (var own = maps.open()) {
            assertThat(own).isNotNull();
            assertThat(isLoaded(read(em -> em.find(Dog.class, 1L)))).isFalse();
        }
        assertThat(isLoaded(readWithoutMap(em -> em.find(Dog.class, 1L)))).isFalse();
    }

    private static boolean isLoaded(Dog dog) {
        return Persistence.getPersistenceUtil().isLoaded(dog, "toys");
    }

    private <T> T transactional(Function<EntityManager, T> work) {
        return inTransaction(work);
    }

    private Object column(String sql) {
        return read(em -> em.createNativeQuery(sql).getSingleResult());
    }
}
