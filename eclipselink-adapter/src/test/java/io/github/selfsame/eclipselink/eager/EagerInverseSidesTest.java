package io.github.selfsame.eclipselink.eager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inverse sides without a value holder: nothing can load them again but their owner as a whole. */
class EagerInverseSidesTest extends ContractTest {

    EagerInverseSidesTest() {
        super("eager");
    }

    @Override
    protected void fill() {
        transact(em -> {
            for (long id = 1; id <= 2; id++) {
                Album album = new Album(id);
                Photo photo = new Photo(id, album);
                photo.setCoverOf(album);
                album.getPhotos().add(photo);
                em.persist(album);
                em.persist(photo);
            }
        });
    }

    /** How an album is got. */
    enum Way {
        FIND(em -> em.find(Album.class, 1L)),
        QUERY(em -> em.createQuery("select a from Album a where a.id = 1", Album.class)
                .getSingleResult());

        @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
        private final Function<EntityManager, Album> get;

        Way(Function<EntityManager, Album> get) {
            this.get = get;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "R20, C1: a child that was moved away is in the eager collection no longer, and is not removed with its former parent")
    void movedAway(Way way) {
        Album first = read(way.get);
        assertThat(first.getPhotos()).hasSize(1);
        transact(em -> {
            Photo photo = em.find(Photo.class, 1L);
            photo.setAlbum(em.find(Album.class, 2L));
            photo.setCoverOf(null);
        });

        transact(em -> {
            Album album = way.get.apply(em);
            assertThat(album).isSameAs(first);
            assertThat(album.getPhotos()).isEmpty();
            assertThat(album.getCover()).isNull();
            em.remove(album);
        });
        assertThat(this.<Photo>read(em -> em.find(Photo.class, 1L))).isNotNull();
        assertThat(this.<Album>read(em -> em.find(Album.class, 2L)).getPhotos()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R20: a child that was removed by a statement is in the eager collection no longer")
    void removedInBulk(Way way) {
        Album first = read(way.get);
        transact(em -> em.createQuery("delete from Photo p where p.id = 1").executeUpdate());

        Album album = read(way.get);
        assertThat(album).isSameAs(first);
        assertThat(album.getPhotos()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R20: what a program left out of a new entity comes when that is read")
    void leftOut(Way way) {
        transact(em -> em.remove(em.find(Album.class, 1L)));
        Album made = new Album(1);
        made.setPhotos(null);
        transact(em -> {
            em.persist(made);
            em.persist(new Photo(7, made));
        });

        Album album = read(way.get);
        assertThat(album).isSameAs(made);
        assertThat(album.getPhotos()).extracting(Photo::getId).containsExactly(7L);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R20: what a transaction has flushed is in the eager collection for itself")
    void flushed(Way way) {
        read(way.get);
        transact(em -> {
            em.persist(new Photo(8, em.getReference(Album.class, 2L)));
            em.find(Photo.class, 1L).setAlbum(em.find(Album.class, 2L));
            em.flush();
            assertThat(em.createQuery("select count(p) from Photo p where p.album.id = 1", Long.class)
                            .getSingleResult())
                    .isZero();
        });
        assertThat(this.<Album>read(way.get).getPhotos()).isEmpty();
    }
}
