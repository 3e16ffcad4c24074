package io.github.selfsame.eclipselink.embeddables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeddables that are given from one instance to another, and constants that many instances share. */
class EmbeddablesTest extends ContractTest {

    /** A constant of the application. */
    private final Itinerary empty = new Itinerary(List.of());

    EmbeddablesTest() {
        super("embeddables");
    }

    @Override
    protected void fill() {
        database.execute("insert into Cargo (id, status, kind) values (1, 'routed', 'load'), (2, 'lost', 'search')");
        database.execute("insert into Cargo_REMARKS (Cargo_id, REMARKS, position) values (1, 'heavy', 0)");
    }

    private static Progress progress(EntityManager em, long cargo) {
        return em.find(Cargo.class, cargo).getProgress();
    }

    /** Without what it has loaded, EclipseLink does not know the elements of an embeddable that is given away. */
    private Progress loaded(long cargo) {
        return read(em -> {
            Progress progress = progress(em, cargo);
            load(progress.getRemarks());
            return progress;
        });
    }

    /** What a context without the map reads. */
    private String stored(long cargo) {
        return readWithoutMap(em -> {
            emptyCaches();
            Progress progress = progress(em, cargo);
            Activity next = progress.getNext();
            return progress.getStatus() + " " + (next == null ? "-" : next.getKind()) + " "
                    + List.copyOf(progress.getRemarks());
        });
    }

    @Test
    @DisplayName("R4: a managed instance may be given the embeddable of a free one; later changes in it are flushed")
    void moved() {
        Progress free = loaded(1);
        transact(em -> {
            Cargo managed = em.find(Cargo.class, 2L);
            managed.setProgress(free);
            free.setStatus("moved");
            free.getNext().setKind("unload");
        });
        assertThat(stored(2)).isEqualTo("moved unload [heavy]");
        assertThat(stored(1)).isEqualTo("routed load [heavy]");
    }

    @Test
    @DisplayName("R4: so it may when the context has changed the embeddable that it replaces")
    void movedInPlaceOfChanged() {
        Progress free = loaded(1);
        transact(em -> {
            Cargo managed = em.find(Cargo.class, 2L);
            managed.getProgress().setStatus("found");
            managed.getProgress().getNext().setKind("rest");
            managed.setProgress(free);
            managed.getProgress().setStatus("moved");
        });
        assertThat(stored(2)).isEqualTo("moved load [heavy]");
    }

    @Test
    @DisplayName(
            "R4: an embeddable with a constant that a free instance has too replaces another, in this map and the next")
    void constant() {
        transact(em -> em.persist(new Cargo(3, new Progress("new", Activity.NONE))));
        transact(em -> em.find(Cargo.class, 2L).setProgress(new Progress("again", Activity.NONE)));
        assertThat(stored(2)).isEqualTo("again none []");
        reopen(IdentityMapOptions.DEFAULTS);
        transact(em -> em.find(Cargo.class, 1L).setProgress(new Progress("next", Activity.NONE)));
        assertThat(stored(1)).isEqualTo("next none []");
        transact(em -> em.find(Cargo.class, 1L).setProgress(new Progress("last", new Activity("end"))));
        assertThat(stored(1)).isEqualTo("last end []");
        assertThat(stored(3)).isEqualTo("new none []");
    }

    @Test
    @DisplayName("R4: a constant may be set to null while a free instance has it too")
    void constantReplacedByNull() {
        transact(em -> em.persist(new Cargo(3, new Progress("one", Activity.NONE))));
        transact(em -> {
            Progress other = new Progress("other", Activity.NONE);
            em.persist(new Cargo(4, other));
            em.flush();
            read(reader -> progress(reader, 3).getNext());
            other.setNext(null);
        });
        assertThat(stored(3)).isEqualTo("one none []");
        assertThat(stored(4)).isEqualTo("other - []");
    }

    /** The legs that a context without the map reads. */
    private List<Long> legs(long cargo) {
        return readWithoutMap(em -> {
            emptyCaches();
            return em.find(Cargo.class, cargo).getItinerary().getLegs().stream()
                    .map(Leg::getId)
                    .toList();
        });
    }

    private Cargo cargo(long id) {
        Cargo cargo = new Cargo(id, new Progress("new", new Activity("none")));
        cargo.setItinerary(empty);
        return cargo;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "R4: what one instance is given for a constant embeddable is not in the constant, nor in others that have it")
    void constantWithAssociation(boolean isTouched) {
        transact(em -> em.persist(cargo(3)));
        Consumer<Cargo> touch = cargo -> {
            if (isTouched) {
                load(cargo.getItinerary().getLegs());
            }
        };
        read(em -> {
            touch.accept(em.find(Cargo.class, 3L));
            return null;
        });
        transact(em -> {
            touch.accept(em.find(Cargo.class, 3L));
            List<Leg> legs = List.of(new Leg(7), new Leg(8));
            legs.forEach(em::persist);
            em.find(Cargo.class, 3L).setItinerary(new Itinerary(legs));
        });
        transact(em -> {
            touch.accept(em.find(Cargo.class, 3L));
            Cargo next = cargo(4);
            assertThat(next.getItinerary().getLegs()).isEmpty();
            em.persist(next);
        });
        assertThat(this.<List<Leg>>read(
                        em -> em.find(Cargo.class, 4L).getItinerary().getLegs()))
                .isEmpty();
        transact(em -> {
            touch.accept(em.find(Cargo.class, 4L));
            em.find(Cargo.class, 4L).setProgress(new Progress("changed", Activity.NONE));
        });
        assertThat(this.<List<Leg>>read(
                        em -> em.find(Cargo.class, 3L).getItinerary().getLegs()))
                .extracting(Leg::getId)
                .containsExactly(7L, 8L);
        assertThat(legs(3)).containsExactly(7L, 8L);
        assertThat(legs(4)).isEmpty();
        assertThat(empty.getLegs()).isEmpty();
    }

    @Test
    @DisplayName("R5: a change in an embeddable of an embeddable of a free instance is never flushed")
    void changedWhileFree() {
        Progress free = read(em -> progress(em, 1));
        free.getNext().setKind("changed");
        free.getRemarks().add("changed");
        transact(em -> {
            assertThat(progress(em, 1)).isNotSameAs(free);
            em.find(Cargo.class, 1L).getProgress().setStatus("written");
        });
        assertThat(stored(1)).isEqualTo("written load [heavy]");
    }

    @Test
    @DisplayName("R5: what was given away no longer makes the instance divergent that it came from")
    void changedAfterItWasGivenAway() {
        Progress free = loaded(1);
        transact(em -> {
            em.find(Cargo.class, 2L).setProgress(free);
            free.getNext().setKind("unload");
        });
        assertThat(stored(2)).isEqualTo("routed unload [heavy]");
        assertThat(activation.map().statistics().divergent()).isZero();
    }
}
