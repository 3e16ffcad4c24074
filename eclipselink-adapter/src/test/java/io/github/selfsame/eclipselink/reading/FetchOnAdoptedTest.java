package io.github.selfsame.eclipselink.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.model.Country;
import io.github.selfsame.eclipselink.model.Cover;
import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Playlist;
import io.github.selfsame.eclipselink.model.Room;
import io.github.selfsame.eclipselink.model.RoomId;
import io.github.selfsame.eclipselink.model.Shelf;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a query fetches along counts for instances that the map has already as it does for new ones. */
class FetchOnAdoptedTest extends ModelTest {

    @Test
    @DisplayName("R1: a collection that a query joins takes no statement of its own for an adopted instance")
    void joinFetchedSet() {
        assertNoMoreStatements(em -> em.find(Room.class, new RoomId("A", 1)), em -> {
            List<Room> rooms = em.createQuery("select e from Room e left join fetch e.guests", Room.class)
                    .getResultList();
            rooms.forEach(room -> load(room.getGuests()));
        });
    }

    @Test
    @DisplayName("R1: a reference that a query joins takes no statement of its own for an adopted instance")
    void joinFetchedReference() {
        assertNoMoreStatements(
                em -> em.createQuery("select p from Person p", Person.class).getResultList(), em -> {
                    List<Person> people = em.createQuery(
                                    "select p from Person p left join fetch p.boss left join fetch p.passport",
                                    Person.class)
                            .getResultList();
                    people.forEach(person -> {
                        if (person.getBoss() != null) {
                            assertThat(person.getBoss().getName()).isNotNull();
                        }
                        if (person.getPassport() != null) {
                            assertThat(person.getPassport().getName()).isNotNull();
                        }
                    });
                });
    }

    @Test
    @DisplayName("R1: a collection that a query batches takes one statement for all adopted instances")
    void batchedCollections() {
        for (String type : List.of("JOIN", "EXISTS", "IN")) {
            assertNoMoreStatements(
                    em -> em.createQuery("select p from Person p", Person.class).getResultList(), em -> {
                        List<Person> people = em.createQuery("select p from Person p", Person.class)
                                .setHint("eclipselink.batch", "p.tags")
                                .setHint("eclipselink.batch", "p.reports")
                                .setHint("eclipselink.batch.type", type)
                                .getResultList();
                        people.forEach(person -> load(person.getTags()));
                        people.forEach(person -> load(person.getReports()));
                    });
        }
    }

    @Test
    @DisplayName("R1: a reference that a query batches takes one statement for all adopted instances")
    void batchedReferences() {
        assertNoMoreStatements(
                em -> em.createQuery("select p from Person p", Person.class).getResultList(), em -> {
                    List<Person> people = em.createQuery("select p from Person p", Person.class)
                            .setHint("eclipselink.batch", "p.boss")
                            .setHint("eclipselink.batch", "p.passport")
                            .getResultList();
                    people.forEach(Person::getBoss);
                    people.forEach(Person::getPassport);
                });
    }

    @Test
    @DisplayName("R1: what a query fetches along over several levels takes no more statements for adopted instances")
    void nestedJoinFetch() {
        assertNoMoreStatements(
                em -> em.createQuery("select p from Person p", Person.class).getResultList(), em -> {
                    List<Person> people = em.createQuery("select p from Person p", Person.class)
                            .setHint("eclipselink.left-join-fetch", "p.boss.tags")
                            .setHint("eclipselink.left-join-fetch", "p.reports")
                            .getResultList();
                    people.forEach(person -> {
                        load(person.getReports());
                        if (person.getBoss() != null) {
                            load(person.getBoss().getTags());
                        }
                    });
                });
    }

    @Test
    @DisplayName(
            "P9, C24: an entity whose row a query brings is not read again for a joined one that refers back to it")
    void joinedWithReferenceBack() {
        assertNoMoreStatements(
                em -> em.createQuery("select c from Cover c", Cover.class).getResultList(), em -> {
                    // entities without a version take the rows that the transaction reads (R6)
                    em.getTransaction().begin();
                    List<Cover> covers = em.createQuery(
                                    "select distinct c from Cover c left join fetch c.book", Cover.class)
                            .getResultList();
                    assertThat(covers)
                            .filteredOn(cover -> cover.getBook() != null)
                            .hasSize(1);
                    em.getTransaction().commit();
                });
    }

    @Test
    @DisplayName("P9, C24, R10: nor if the caches were emptied of it")
    void evictedWithReferenceBack() {
        assertNoMoreStatements(
                em -> {
                    em.createQuery("select p from Passport p", Passport.class).getResultList();
                    factory.getCache().evict(Passport.class);
                },
                em -> {
                    List<Passport> passports = em.createQuery(
                                    "select p from Passport p left join fetch p.person", Passport.class)
                            .getResultList();
                    assertThat(passports).allSatisfy(passport -> assertThat(
                                    passport.getPerson().getPassport())
                            .isSameAs(passport));
                });
    }

    @Test
    @DisplayName("P9, C24, R14: nor for one in the shared cache, if a transaction has read the entity past that before")
    void joinedWithReferenceBackInSharedCache() {
        assertNoMoreStatements(em -> readPastSharedCache(em, Person.class), em -> {
            em.getTransaction().begin();
            em.createQuery("select distinct p from Person p left join fetch p.passport", Person.class)
                    .getResultList();
            em.getTransaction().rollback();
        });
    }

    @Test
    @DisplayName(
            "P9, C24, R14: a row that a query brings for an adopted instance goes into the shared cache, as without the map")
    void tupleWithReferenceBackInSharedCache() {
        assertNoMoreStatements(em -> readPastSharedCache(em, Country.class), em -> em.createQuery(
                        "select c, t from Country c left join c.cities t")
                .getResultList());
    }

    @Test
    @DisplayName("P9, R1: a batch takes no statement for what the adopted instances have loaded")
    void batchOfWhatIsLoaded() {
        read(em -> {
            playlists(em, "eclipselink.left-join-fetch").forEach(playlist -> load(playlist.getTracks()));
            return null;
        });
        assertThat(statements(() -> read(em -> {
                    List<Playlist> playlists = playlists(em, "eclipselink.batch");
                    playlists.forEach(playlist -> load(playlist.getTracks()));
                    return playlists;
                })))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "P9, R3: what the shared cache has loaded for a private copy takes no statement for the canonical instance")
    void loadedForPrivateCopy() {
        emptyCaches();
        EntityManager first = entityManager();
        Playlist canonical = first.find(Playlist.class, 1L);
        read(em -> {
            List<Playlist> copies = playlists(em, "eclipselink.left-join-fetch");
            copies.forEach(playlist -> load(playlist.getTracks()));
            assertThat(copies).doesNotContain(canonical);
            return copies;
        });
        first.close();

        assertThat(statements(() -> read(em -> {
                    Playlist adopted = em.find(Playlist.class, 1L);
                    assertThat(adopted).isSameAs(canonical);
                    assertThat(adopted.getTracks()).hasSize(2);
                    return adopted;
                })))
                .isEqualTo(SHARED_CACHE ? 0 : 1);
    }

    @Test
    @DisplayName(
            "P9: what a query joins to instances that the context has managed before is left alone, as without the map")
    void joinedToManaged() {
        assertNoMoreStatements(
                em -> em.createQuery("select s from Shelf s", Shelf.class).getResultList(), em -> {
                    em.createQuery("select s from Shelf s", Shelf.class).getResultList();
                    // books refer to their author by another column than its key
                    em.createQuery("select distinct s from Shelf s left join fetch s.named", Shelf.class)
                            .getResultList();
                });
    }

    private static List<Playlist> playlists(EntityManager em, String hint) {
        return em.createQuery("select p from Playlist p", Playlist.class)
                .setHint(hint, "p.tracks")
                .getResultList();
    }

    /** Reads in a transaction that has begun in the database: that is not for the shared cache. */
    private static void readPastSharedCache(EntityManager em, Class<?> type) {
        em.getTransaction().begin();
        List<?> countries =
                em.createNativeQuery("select * from Country", Country.class).getResultList();
        assertThat(countries).isNotEmpty();
        em.createQuery("select e from " + type.getSimpleName() + " e", type).getResultList();
        em.getTransaction().rollback();
    }

    @Test
    @DisplayName("P9, R6: eager references that a query batches take one statement for instances that are adopted")
    void batchedEagerReferences() {
        assertNoMoreStatements(
                em -> em.createQuery("select i from Invoice i", Invoice.class).getResultList(),
                em -> inTransactionOf(em, () -> {
                    // tickets have no version: in a transaction their rows are read
                    List<Invoice> invoices = em.createQuery("select i from Invoice i", Invoice.class)
                            .setHint("eclipselink.batch", "i.ticket")
                            .setHint("eclipselink.batch.type", "IN")
                            .getResultList();
                    invoices.forEach(Invoice::getTicket);
                }));
    }
}
