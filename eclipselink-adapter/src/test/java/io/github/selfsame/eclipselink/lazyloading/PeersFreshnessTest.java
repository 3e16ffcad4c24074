package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was loaded for peers that nobody has touched yet, when the transaction goes on: against plain EclipseLink. */
class PeersFreshnessTest extends KennelTest {

    /** What happens between the touch of an association and that of a peer's. */
    enum Between {
        NOTHING(em -> {}),
        PERSISTED(em -> em.persist(new Dog(7, "Jim", em.find(Owner.class, 2L)))),
        PERSISTED_AND_FLUSHED(em -> {
            em.persist(new Dog(7, "Jim", em.find(Owner.class, 2L)));
            em.flush();
        }),
        FLUSHED_BY_A_QUERY(em -> {
            em.persist(new Dog(7, "Jim", em.find(Owner.class, 2L)));
            em.createQuery("select count(o) from Owner o").getSingleResult();
        }),
        FLUSHED_WITHOUT_CHANGES(EntityManager::flush),
        MOVED(em -> em.find(Dog.class, 3L).setOwner(em.find(Owner.class, 1L))),
        MOVED_AND_FLUSHED(em -> {
            em.find(Dog.class, 3L).setOwner(em.find(Owner.class, 1L));
            em.flush();
        }),
        RENAMED_AND_FLUSHED(em -> {
            em.find(Owner.class, 1L).setName("Zoe");
            em.flush();
        }),
        REMOVED(em -> em.remove(em.find(Dog.class, 3L))),
        REMOVED_AND_FLUSHED(em -> {
            em.remove(em.find(Dog.class, 3L));
            em.flush();
        }),
        TOY_REMOVED(em -> em.remove(em.find(Toy.class, 1L))),
        ADDED_TO_A_PEER(em -> em.find(Dog.class, 3L).getToys().add(em.find(Toy.class, 5L))),
        ADDED_TO_A_PEER_AND_FLUSHED(em -> {
            em.find(Dog.class, 3L).getToys().add(em.find(Toy.class, 5L));
            em.find(Dog.class, 3L).getNicknames().add("Gussie");
            em.flush();
        }),
        BULK_UPDATE(em -> em.createQuery("update Dog d set d.owner = :owner where d.id = 4")
                .setParameter("owner", em.find(Owner.class, 2L))
                .executeUpdate()),
        BULK_DELETE(em -> {
            em.createNativeQuery("delete from Dog_Toy where dogs_id = 3").executeUpdate();
            em.createQuery("delete from Dog d where d.id = 3").executeUpdate();
        }),
        NATIVE_STATEMENTS(em -> {
            em.createNativeQuery("insert into Dog_Toy (dogs_id, toys_id) values (3, 5)")
                    .executeUpdate();
            em.createNativeQuery("insert into Dog_NICKNAMES (Dog_id, nicknames) values (3, 'Gussie')")
                    .executeUpdate();
            em.createNativeQuery("update Dog set owner_id = 2 where id = 4").executeUpdate();
        }),
        DOG_DETACHED(em -> em.detach(em.find(Dog.class, 3L))),
        TOY_DETACHED(em -> em.detach(em.find(Toy.class, 1L))),
        DOG_REFRESHED(em -> em.refresh(em.find(Dog.class, 3L))),
        OWNER_REFRESHED(em -> em.refresh(em.find(Owner.class, 2L))),
        MERGED(em -> {
            try (EntityManager other = em.getEntityManagerFactory().createEntityManager()) {
                Dog dog = other.find(Dog.class, 3L);
                other.detach(dog);
                dog.setName("Gustav");
                em.merge(dog);
            }
        }),
        CLEARED(EntityManager::clear),
        CLEARED_AFTER_A_FLUSH(em -> {
            em.find(Dog.class, 3L).setOwner(em.find(Owner.class, 1L));
            em.flush();
            em.clear();
        });

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final Consumer<EntityManager> action;

        Between(Consumer<EntityManager> action) {
            this.action = action;
        }
    }

    /** What a program sees of a peer after that. */
    private record Seen(List<String> values, int statements) {}

    private Seen plainly(Function<EntityManager, List<String>> program) {
        factory.getCache().evictAll();
        try (IdentityMapActivation bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            return seen(program);
        } finally {
            factory.getCache().evictAll();
        }
    }

    /** Runs a program in a transaction that is rolled back. */
    private Seen seen(Function<EntityManager, List<String>> program) {
        return read(em -> {
            em.getTransaction().begin();
            try {
                List<String> values = new ArrayList<>();
                int statements = statements(() -> values.addAll(program.apply(em)));
                return new Seen(values, statements);
            } finally {
                em.getTransaction().rollback();
            }
        });
    }

    private void assertThatPeersShow(Function<EntityManager, List<String>> program) {
        Seen plain = plainly(program);
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        Seen peers = seen(program);
        assertThat(peers.values()).isEqualTo(plain.values());
        assertThat(peers.statements()).isLessThanOrEqualTo(plain.statements());
    }

    private static <T> List<T> all(EntityManager em, Class<T> type) {
        return em.createQuery("select e from " + type.getSimpleName() + " e order by e.id", type)
                .getResultList();
    }

    private static List<String> toys(EntityManager em, Dog dog) {
        return describe(em, dog.getToys(), Toy::getName);
    }

    private static List<String> dogs(EntityManager em, Owner owner) {
        return describe(em, owner.getDogs(), Dog::getName);
    }

    private static <T> List<String> describe(EntityManager em, Collection<T> entities, Function<T, String> name) {
        return entities.stream()
                .map(entity -> name.apply(entity) + (em.contains(entity) ? " is managed" : " is not managed"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("P13, R6: an inverse side that was loaded for an untouched peer shows what lazy loading shows by now")
    void inverseSide(Between between) {
        assertThatPeersShow(em -> {
            List<Owner> owners = all(em, Owner.class);
            List<String> seen = new ArrayList<>(dogs(em, owners.get(0)));
            between.action.accept(em);
            seen.addAll(dogs(em, owners.get(1)));
            seen.addAll(dogs(em, owners.get(2)));
            return seen;
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("P13, R6: so does a link table, read from both sides")
    void linkTable(Between between) {
        assertThatPeersShow(em -> {
            List<Dog> dogs = all(em, Dog.class);
            List<String> seen = new ArrayList<>(toys(em, dogs.get(0)));
            between.action.accept(em);
            seen.addAll(toys(em, dogs.get(2)));
            seen.addAll(toys(em, dogs.get(1)));
            return seen;
        });
        assertThatPeersShow(em -> {
            List<Toy> toys = all(em, Toy.class);
            List<String> seen = new ArrayList<>(describe(em, toys.get(1).getDogs(), Dog::getName));
            between.action.accept(em);
            seen.addAll(describe(em, toys.get(0).getDogs(), Dog::getName));
            seen.addAll(describe(em, toys.get(4).getDogs(), Dog::getName));
            return seen;
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("P13, R6, C14: so do the values of an element collection")
    void elements(Between between) {
        assertThatPeersShow(em -> {
            List<Dog> dogs = all(em, Dog.class);
            List<String> seen = new ArrayList<>(dogs.get(0).getNicknames());
            between.action.accept(em);
            seen.addAll(dogs.get(2).getNicknames());
            seen.addAll(dogs.get(1).getNicknames());
            return seen.stream().sorted().toList();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("P13, R6: so does a reference")
    void reference(Between between) {
        assertThatPeersShow(em -> {
            List<Dog> dogs = all(em, Dog.class);
            List<String> seen = new ArrayList<>(List.of(dogs.get(0).getOwner().getName()));
            between.action.accept(em);
            Owner owner = dogs.get(2).getOwner();
            seen.add(owner.getName() + em.contains(owner));
            Toy favorite = dogs.get(1).getFavoriteToy();
            seen.add(favorite.getName() + em.contains(favorite));
            return seen;
        });
    }

    @Test
    @DisplayName("P13, R20: so it does after the commit of another context in the same map")
    void committedByAnother() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        read(em -> {
            List<Owner> owners = all(em, Owner.class);
            load(owners.get(0).getDogs());
            transact(other -> other.persist(new Dog(7, "Jim", other.find(Owner.class, 2L))));
            assertThat(dogs(em, owners.get(1))).containsExactly("Gus is managed", "Jim is managed");
            return null;
        });
    }

    @Test
    @DisplayName("P13: where nothing is written it costs nothing: queries, flushes and transactions without changes")
    void nothingWritten() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        transact(em -> {
            List<Dog> dogs = all(em, Dog.class);
            load(dogs.get(0).getToys());
            load(dogs.get(0).getNicknames());
            em.createQuery("select count(o) from Owner o").getSingleResult();
            em.createNativeQuery("select 1").getSingleResult();
            em.flush();
            transact(other -> other.find(Toy.class, 5L).getName());
            assertThat(statements(() -> dogs.forEach(dog -> {
                        load(dog.getToys());
                        load(dog.getNicknames());
                    })))
                    .isZero();
        });
    }

    @Test
    @DisplayName(
            "P13: what nobody has touched in the transaction is there for who touches it afterwards, or in the next one")
    void touchedAfterwards() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        List<Dog> dogs = new ArrayList<>();
        transact(em -> {
            dogs.addAll(all(em, Dog.class));
            load(dogs.get(0).getToys());
            em.find(Owner.class, 1L).setName("Zoe");
        });
        assertThat(statements(() -> assertThat(dogs.get(1).getToys()).hasSize(3)))
                .isZero();
        transact(em -> assertThat(statements(() ->
                        assertThat(em.find(Dog.class, 3L).getToys()).hasSize(1).allMatch(em::contains)))
                .isZero());
    }

    @Test
    @DisplayName(
            "P13, P9: a program that writes between one touch and the next takes no more statements than one by one")
    void writesInBetween() {
        assertThatPeersShow(em -> {
            List<String> seen = new ArrayList<>();
            for (Dog dog : all(em, Dog.class)) {
                seen.addAll(toys(em, dog));
                dog.setName(dog.getName() + "!");
                em.flush();
            }
            return seen;
        });
    }

    @Test
    @DisplayName("P13: what was loaded for a peer is not loaded for JPA before it is touched, as without the library")
    void notLoadedBefore() {
        assertThatPeersShow(em -> {
            List<Dog> dogs = all(em, Dog.class);
            load(dogs.get(0).getToys());
            load(dogs.get(0).getNicknames());
            var util = factory.getPersistenceUnitUtil();
            return List.of(util.isLoaded(dogs.get(1), "toys") + " " + util.isLoaded(dogs.get(1), "nicknames"));
        });
    }
}
