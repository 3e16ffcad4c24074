package io.github.selfsame.eclipselink.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Retention;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import io.github.selfsame.eclipselink.kennel.Owner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.CursoredStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs in a JVM with little memory, in which soft references are cleared by each garbage collection. */
@Tag("memory")
class RetentionTest extends KennelTest {

    private static final int MILLION = 1_000_000;
    private static final int STEP = 10_000;

    @Test
    @DisplayName("R16: strong retention keeps what nobody else holds")
    void strong() {
        WeakReference<Dog> dog = new WeakReference<>(read(em -> em.find(Dog.class, 1L)));
        System.gc();

        assertThat(dog.get()).isNotNull();
        assertThat(statements(() -> read(em -> em.find(Dog.class, 1L)))).isZero();
    }

    @Test
    @DisplayName("R16: weak retention keeps what somebody else holds, and gives the rest back")
    void weak() {
        reopen(IdentityMapOptions.DEFAULTS.with(Retention.WEAK));
        Note held = read(em -> em.find(Note.class, 1L));
        WeakReference<Dog> dog = new WeakReference<>(read(em -> em.find(Dog.class, 4L)));

        collectUntil(() -> dog.get() == null);
        assertThat(this.<Note>read(em -> em.find(Note.class, 1L))).isSameAs(held);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 4L)).getName()).isEqualTo("Ida");
    }

    @Test
    @DisplayName("R16/D4: the entries of what has gone are purged though nothing is added")
    void purged() {
        reopen(IdentityMapOptions.DEFAULTS.with(Retention.WEAK));
        read(em -> em.createQuery("select d from Dog d", Dog.class).getResultList());

        collectUntil(() -> activation.map().size() == 0);
        assertThat(activation.map().statistics().peakSize()).isPositive();
    }

    @Test
    @DisplayName("R16, P13: what came together does not keep each other")
    void peers() {
        reopen(IdentityMapOptions.DEFAULTS.with(Retention.WEAK).with(LazyLoading.PEERS));
        Dog held = read(em -> em.createQuery("select d from Dog d order by d.id desc", Dog.class)
                .getResultList()
                .get(0));
        WeakReference<Dog> dog = new WeakReference<>(read(em -> em.find(Dog.class, 1L)));

        collectUntil(() -> dog.get() == null);
        assertThat(statements(() -> load(held.getToys()))).isEqualTo(1);
        assertThat(activation.map().contains(held)).isTrue();
    }

    @Test
    @DisplayName("R16: soft retention gives back when memory is short")
    void soft() {
        reopen(IdentityMapOptions.DEFAULTS.with(Retention.SOFT));
        read(em -> em.createQuery("select d from Dog d", Dog.class).getResultList());

        collectUntil(() -> activation.map().size() == 0);
    }

    @Test
    @DisplayName(
            "R16/D3: a million rows read through cursors in one map need bounded memory; the map keeps none of them")
    void millionRows() {
        int count = 0;
        // H2 buffers the rows of a query, so that it takes several to read so many
        for (int first = 10; first < MILLION; first += STEP) {
            count += readThroughCursor(first);
        }

        assertThat(count).isGreaterThanOrEqualTo(MILLION - STEP);
        collectUntil(() -> activation.map().size() == 0);
    }

    private int readThroughCursor(int first) {
        return read(em -> {
            Query query = em.createNativeQuery(
                    "select x as id, repeat('text ', 20) as text from system_range(?, ?)", Note.class);
            query.setParameter(1, first).setParameter(2, first + STEP - 1).setHint("eclipselink.cursor", true);
            CursoredStream cursor = (CursoredStream) query.getSingleResult();
            int count = 0;
            for (; cursor.hasNext(); cursor.clear()) {
                count += cursor.next(100).size();
            }
            cursor.close();
            return count;
        });
    }

    @Test
    @DisplayName("R16/D3: what a cursor has brought is held weakly after its EntityManager is closed")
    void cursorRowsAreHeldWeakly() {
        read(em -> {
            Query query = em.createQuery("select n from Note n").setHint("eclipselink.cursor", true);
            CursoredStream cursor = (CursoredStream) query.getSingleResult();
            assertThat(cursor.next(2)).hasSize(2);
            cursor.close();
            return null;
        });

        collectUntil(() -> activation.map().size() == 0);
    }

    @Test
    @DisplayName("R16/D5: a closed unit of work is collected while the map and its instances live")
    void closedContext() {
        EntityManager em = factory.createEntityManager();
        Dog dog = em.find(Dog.class, 1L);
        load(dog.getToys());
        WeakReference<Object> context = new WeakReference<>(em.unwrap(UnitOfWorkImpl.class));
        em.close();
        em = null;

        collectUntil(() -> context.get() == null);
        assertThat(statements(() -> assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)))
                        .isSameAs(dog)))
                .isZero();
        assertThat(dog.getOwner().getName()).isEqualTo("Ann");
    }

    @ParameterizedTest
    @EnumSource(
            value = Retention.class,
            names = {"SOFT", "WEAK"})
    @DisplayName("R16: with soft or weak retention a map may be read through for which there is no memory")
    void moreThanMemory(Retention retention) {
        reopen(IdentityMapOptions.DEFAULTS.with(retention));
        for (int first = 10; first < 10 + 15 * STEP; first += STEP) {
            readWideRows(first);
        }

        assertThat(activation.map().statistics().misses()).isGreaterThanOrEqualTo(15 * STEP);
        assertThat(activation.map().statistics().evictions()).isPositive();
    }

    /** Ten megabytes, as ordinary results. */
    private void readWideRows(int first) {
        read(em -> {
            Query query = em.createNativeQuery(
                    "select x as id, repeat('text ', 200) as text from system_range(?, ?)", Note.class);
            query.setParameter(1, first).setParameter(2, first + STEP - 1);
            List<?> rows = query.getResultList();
            assertThat(rows).hasSize(STEP);
            return null;
        });
    }

    @Test
    @DisplayName("R16/D5: a unit of work that has committed is collected while what it has changed lives on in the map")
    void committedContext() {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        Dog dog = em.find(Dog.class, 1L);
        dog.setName("Max");
        dog.getToys().remove(0);
        Dog added = new Dog(5, "Pip", em.find(Owner.class, 1L));
        em.persist(added);
        em.remove(em.find(Dog.class, 4L));
        em.getTransaction().commit();
        WeakReference<Object> context = new WeakReference<>(em.unwrap(UnitOfWorkImpl.class));
        em.close();
        em = null;

        collectUntil(() -> context.get() == null);
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 5L))).isSameAs(added);
        assertThat(added.getOwner().getName()).isEqualTo("Ann");
    }

    @Test
    @DisplayName("R16/R8: a unit of work that was rolled back is collected, and what it has changed with it")
    void rolledBackContext() {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        Dog kept = em.find(Dog.class, 2L);
        WeakReference<Dog> changed = new WeakReference<>(em.find(Dog.class, 1L));
        em.find(Dog.class, 1L).setName("Max");
        em.flush();
        WeakReference<Object> context = new WeakReference<>(em.unwrap(UnitOfWorkImpl.class));
        em.getTransaction().rollback();
        em.close();
        em = null;

        collectUntil(() -> context.get() == null && changed.get() == null);
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 2L))).isSameAs(kept);
    }

    @Test
    @DisplayName("R16/P1: a unit of work that was prefetched into is collected while the map lives")
    void prefetchedContext() {
        EntityManager em = factory.createEntityManager();
        List<Dog> dogs =
                em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
        prefetch(dogs, "toys.maker", "owner");
        WeakReference<Object> context = new WeakReference<>(em.unwrap(UnitOfWorkImpl.class));
        em.close();
        em = null;

        collectUntil(() -> context.get() == null);
        assertThat(statements(() -> assertThat(dogs.get(0).getToys()).hasSize(3)))
                .isZero();
    }

    @Test
    @DisplayName(
            "R3/R16: a private copy is collected with its unit of work while the canonical instance is still managed")
    void privateCopy() {
        EntityManager first = entityManager();
        Dog dog = first.find(Dog.class, 1L);
        EntityManager second = factory.createEntityManager();
        WeakReference<Dog> copy = new WeakReference<>(second.find(Dog.class, 1L));
        assertThat(copy.get()).isNotSameAs(dog);
        second.close();
        second = null;

        collectUntil(() -> copy.get() == null);
    }

    @Test
    @DisplayName("D1: a map that has ended holds nothing, also while an EntityManager goes on")
    void endedMapWithOpenContext() {
        EntityManager em = entityManager();
        WeakReference<Owner> owner = new WeakReference<>(read(other -> other.find(Owner.class, 3L)));
        Dog dog = em.find(Dog.class, 1L);
        WeakReference<Object> map = new WeakReference<>(activation.map());
        activation.close();
        activation = maps.open();

        collectUntil(() -> owner.get() == null);
        assertThat(em.contains(dog)).isTrue();
        em.close();
        collectUntil(() -> map.get() == null);
        assertThat(dog.getOwner().getName()).isEqualTo("Ann");
    }

    @Test
    @DisplayName("D1: a map that has ended holds nothing")
    void endedMap() {
        WeakReference<Dog> dog = new WeakReference<>(read(em -> em.find(Dog.class, 1L)));
        activation.close();

        collectUntil(() -> dog.get() == null);
        activation = maps.open();
    }

    private static void collectUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("garbage collection did not free it")
                    .isLessThan(end);
            System.gc();
            Thread.onSpinWait();
        }
    }
}
