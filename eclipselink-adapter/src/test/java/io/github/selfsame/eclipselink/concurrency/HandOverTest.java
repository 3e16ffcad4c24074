package io.github.selfsame.eclipselink.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.model.Country;
import io.github.selfsame.eclipselink.model.CountryCode;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Playlist;
import io.github.selfsame.eclipselink.model.Room;
import io.github.selfsame.eclipselink.model.RoomId;
import io.github.selfsame.eclipselink.model.Tenants;
import io.github.selfsame.eclipselink.model.VersionedThing;
import io.github.selfsame.spi.IdentityMapRuntime.ThreadSnapshot;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thread loads a collection of a free instance, and is held up while others go on with the instance. */
@Timeout(120)
class HandOverTest extends ModelTest {

    /** A collection of each kind. */
    enum Touched {
        LIST(Playlist.class, "tracks", "track"),
        SET(Room.class, "guests", "person"),
        MAP(Country.class, "cities", "city"),
        INVERSE(Person.class, "reports", "person");

        private final Class<?> type;
        private final String attribute;
        private final String table;

        Touched(Class<?> type, String attribute, String table) {
            this.type = type;
            this.attribute = attribute;
            this.table = table;
        }

        Object id() {
            return switch (this) {
                case LIST, INVERSE -> 1L;
                case SET -> new RoomId("A", 1);
                case MAP -> new CountryCode("AT");
            };
        }

        Collection<?> content(Object owner) {
            return switch (this) {
                case LIST -> ((Playlist) owner).getTracks();
                case SET -> ((Room) owner).getGuests();
                case MAP -> ((Country) owner).getCities().values();
                case INVERSE -> ((Person) owner).getReports();
            };
        }
    }

    private final Gate gate = new Gate();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of(
                Tenants.PROPERTY,
                Tenants.FIRST,
                "jakarta.persistence.nonJtaDataSource",
                gate.before(database.dataSource()));
    }

    @AfterEach
    void stop() {
        gate.open();
        executor.shutdownNow();
    }

    /** Lets another thread load the collection of a free instance, until its statement has been executed. */
    private Future<Integer> touch(Object free, Touched touched) {
        maps.propagate(true);
        ThreadSnapshot snapshot = maps.runtime().captured();
        Future<Integer> size = executor.submit(() -> {
            Runnable restore = snapshot.begin();
            try {
                gate.closeForThisThread(touched.table);
                return touched.content(free).size();
            } finally {
                restore.run();
            }
        });
        gate.awaitReached();
        return size;
    }

    private int goOn(Future<Integer> size) {
        gate.open();
        try {
            return size.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void assertThatContentIsManaged(EntityManager em, Object managed, Touched touched, int size) {
        assertThat(em.contains(managed)).isTrue();
        Collection<?> content = touched.content(managed);
        assertThat(content).hasSize(size).isNotEmpty().allMatch(em::contains);
        for (Object element : content) {
            assertThat(em.find(
                            element.getClass(), factory.getPersistenceUnitUtil().getIdentifier(element)))
                    .isSameAs(element);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "R17/D7: a context that takes an instance over while a thread loads its collection has managed content in it")
    void adoptedMeanwhile(Touched touched) {
        Object free = read(em -> em.find(touched.type, touched.id()));
        Future<Integer> size = touch(free, touched);
        transact(em -> {
            Object managed = em.find(touched.type, touched.id());
            assertThat(managed).isSameAs(free);
            int loaded = goOn(size);
            assertThatContentIsManaged(em, managed, touched, loaded);
            touched.content(managed).forEach(element -> {
                if (element instanceof VersionedThing thing) {
                    thing.setName("changed");
                }
            });
        });
        read(em -> {
            em.createQuery("select p from Person p", Person.class).getResultList();
            Object again = em.find(touched.type, touched.id());
            assertThat(again).isSameAs(free);
            assertThat(touched.content(again)).allMatch(em::contains);
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R17/D7: so it has where it has looked at the collection before the thread goes on")
    void touchedMeanwhile(Touched touched) {
        Object free = read(em -> em.find(touched.type, touched.id()));
        Future<Integer> size = touch(free, touched);
        transact(em -> {
            Object managed = em.find(touched.type, touched.id());
            assertThat(managed).isSameAs(free);
            if (SHARED_CACHE) {
                // both load through the value holder in EclipseLink's cache, one after the other
                gate.open();
            }
            int before = touched.content(managed).size();
            assertThat(goOn(size)).isEqualTo(before);
            assertThatContentIsManaged(em, managed, touched, before);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "R17/D7: a thread that has begun while a prefetch had the instance puts nothing into what is managed later")
    void begunDuringPrefetch(Touched touched) throws Exception {
        Object free = read(em -> em.find(touched.type, touched.id()));
        ThreadSnapshot snapshot = snapshot();
        // the reader of a prefetch has the instance, and waits
        Future<?> prefetch = executor.submit(() -> {
            Runnable restore = snapshot.begin();
            try {
                gate.closeForThisThread(touched.table);
                prefetch(List.of(free), touched.attribute);
                return null;
            } finally {
                restore.run();
            }
        });
        gate.awaitReached();
        int size = touched.content(free).size();
        gate.open();
        prefetch.get(60, TimeUnit.SECONDS);
        transact(em -> {
            Object managed = em.find(touched.type, touched.id());
            assertThat(managed).isSameAs(free);
            assertThatContentIsManaged(em, managed, touched, size);
        });
    }

    private ThreadSnapshot snapshot() {
        maps.propagate(true);
        return maps.runtime().captured();
    }

    @Test
    @DisplayName("R4, R17: the collection stays the same object where nobody is about to load it")
    void sameObject() {
        Playlist free = read(em -> em.find(Playlist.class, 1L));
        Collection<?> tracks = free.getTracks();
        int size = tracks.size();
        transact(em -> {
            Playlist managed = em.find(Playlist.class, 1L);
            assertThat(managed.getTracks()).isSameAs(tracks).hasSize(size).allMatch(em::contains);
        });
    }
}
