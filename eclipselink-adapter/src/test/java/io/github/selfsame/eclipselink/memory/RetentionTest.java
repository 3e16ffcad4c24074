package io.github.selfsame.eclipselink.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Retention;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.persistence.queries.CursoredStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
        WeakReference<Object> context =
                new WeakReference<>(em.unwrap(org.eclipse.persistence.internal.sessions.UnitOfWorkImpl.class));
        em.close();
        em = null;

        collectUntil(() -> context.get() == null);
        assertThat(statements(() -> assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)))
                        .isSameAs(dog)))
                .isZero();
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
