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
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeersTest extends KennelTest {

    /** EclipseLink can't follow a join through an embeddable that is null in an entity of the shared cache. */
    static final boolean DOGS_IN_BULK = WOVEN || !SHARED_CACHE;

    @BeforeEach
    void loadPeers() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
    }

    private static List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    /** Plain lazy code that goes everywhere. */
    private static List<String> walk(List<Dog> dogs) {
        List<String> seen = new ArrayList<>();
        for (Dog dog : dogs) {
            seen.add(dog.getName());
            seen.add(dog.getOwner() == null ? "-" : dog.getOwner().getName());
            seen.add(dog.getFavoriteToy() == null ? "-" : nameOf(dog.getFavoriteToy()));
            dog.getToys().stream().map(PeersTest::nameOf).sorted().forEach(seen::add);
        }
        return seen;
    }

    private static String nameOf(Toy toy) {
        return toy.getName() + "/"
                + (toy.getMaker() == null ? "-" : toy.getMaker().getName());
    }

    private List<String> walkedPlainly() {
        try {
            return readWithoutMap(em -> walk(dogs(em)));
        } finally {
            factory.getCache().evictAll();
        }
    }

    @Test
    @DisplayName("P13: plain lazy code takes one statement for each association and level, as a prefetch does")
    void wholeGraph() {
        List<String> expected = walkedPlainly();
        read(em -> {
            List<Dog> dogs = new ArrayList<>();
            int query = statements(() -> dogs.addAll(dogs(em)));
            // owners, favourite toys, makers, toys; without weaving references have come with the query
            assertThat(statements(() -> assertThat(walk(dogs)).isEqualTo(expected)))
                    .isLessThanOrEqualTo(WOVEN ? 5 : 2);
            assertThat(query).isEqualTo(WOVEN ? 1 : query);
            return null;
        });
    }

    @Test
    @DisplayName("P13: touching a collection of one loads that of all that came with it, and never again")
    void collection() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(statements(() -> load(dogs.get(2).getToys()))).isEqualTo(1);
            assertThat(statements(() -> {
                        assertThat(dogs).extracting(dog -> dog.getToys().size()).containsExactly(3, 3, 1, 0);
                        load(dogs.get(2).getToys());
                    }))
                    .isZero();
            assertThat(dogs.get(0).getToys()).allMatch(em::contains);
            return null;
        });
    }

    @Test
    @DisplayName(
            "P13, C14: the values of an element collection are loaded for all, and what is changed of them is written")
    void elements() {
        transact(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(statements(() -> load(dogs.get(2).getNicknames()))).isEqualTo(1);
            assertThat(statements(
                            () -> assertThat(dogs.get(0).getNicknames()).containsExactlyInAnyOrder("Rexy", "Boss")))
                    .isZero();
            dogs.get(0).getNicknames().remove("Boss");
            dogs.get(3).getNicknames().add("Idchen");
        });
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        List<Dog> free = read(PeersTest::dogs);
        assertThat(statements(() -> {
                    assertThat(free.get(0).getNicknames()).containsExactly("Rexy");
                    assertThat(free.get(1).getNicknames()).isEmpty();
                    assertThat(free.get(3).getNicknames()).containsExactly("Idchen");
                }))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("P13: it goes on from what was loaded so: to the peers of the targets")
    void recursion() {
        read(em -> {
            List<Owner> owners = em.createQuery("select o from Owner o order by o.id", Owner.class)
                    .getResultList();
            // without weaving the dogs bring their favourite toys and the makers of these
            assertThat(statements(() -> load(owners.get(0).getDogs()))).isLessThanOrEqualTo(WOVEN ? 1 : 4);
            assertThat(statements(() -> load(owners.get(1).getDogs().get(0).getToys())))
                    .isEqualTo(DOGS_IN_BULK ? 1 : 2);
            assertThat(statements(() -> owners.forEach(owner -> owner.getDogs().forEach(dog -> load(dog.getToys())))))
                    .isLessThanOrEqualTo(DOGS_IN_BULK ? 0 : 2 * owners.size());
            return null;
        });
    }

    @Test
    @DisplayName("P13: free instances load together too, through no context of the user's, and stay free and canonical")
    void freeInstances() {
        List<Dog> dogs = read(PeersTest::dogs);
        assertThat(statements(() -> load(dogs.get(1).getToys()))).isEqualTo(1);
        assertThat(statements(() ->
                        assertThat(dogs).extracting(dog -> dog.getToys().size()).containsExactly(3, 3, 1, 0)))
                .isZero();
        assertThat(statements(() -> dogs.get(0).getToys().get(0).getMaker())).isEqualTo(WOVEN ? 1 : 0);
        assertThat(statements(() -> dogs.get(1).getToys().forEach(toy -> assertThat(nameOf(toy))
                        .isNotEmpty())))
                .isZero();
        assertThat(dogs).allMatch(activation.map()::contains);
        assertThat(statements(() -> transact(em -> {
                    Dog dog = em.find(Dog.class, 1L);
                    assertThat(dog).isSameAs(dogs.get(0));
                    assertThat(dog.getToys()).allMatch(em::contains);
                })))
                .isZero();
    }

    @Test
    @DisplayName(
            "P9, P13, R3: a touch of a free instance takes one statement also if another context manages what it refers to")
    void targetsManagedElsewhere() {
        List<Dog> dogs = read(PeersTest::dogs);
        try (EntityManager other = factory.createEntityManager()) {
            List<Toy> toys = other.createQuery("select t from Toy t", Toy.class).getResultList();
            long one = statements(() -> load(dogs.get(0).getToys()));

            assertThat(one).isEqualTo(1);
            assertThat(dogs.get(0).getToys()).hasSize(3).doesNotContainAnyElementsOf(toys);
        }
    }

    @Test
    @DisplayName("P13: what was found one by one are peers, across persistence contexts of the map")
    void finds() {
        read(em -> {
            List<Dog> dogs = LongStream.rangeClosed(1, 4)
                    .mapToObj(id -> em.find(Dog.class, id))
                    .toList();
            assertThat(statements(() -> dogs.forEach(dog -> load(dog.getToys()))))
                    .isEqualTo(1);
            return null;
        });
        List<Owner> owners = LongStream.rangeClosed(1, 3)
                .mapToObj(id -> read(em -> em.find(Owner.class, id)))
                .toList();
        // without weaving their dogs would bring the other owners along, which have to stay free
        assertThat(statements(() -> owners.forEach(owner -> load(owner.getDogs()))))
                .isLessThanOrEqualTo(WOVEN ? 1 : 6);
    }

    private static List<Dog> firstDogs(EntityManager em, int count) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class)
                .setMaxResults(count)
                .getResultList();
    }

    @Test
    @DisplayName("P13: what a query has brought of instances that were there are peers, managed and free again")
    void comeAgain() {
        List<Dog> all = read(PeersTest::dogs);
        List<Dog> free = read(em -> firstDogs(em, 3));
        assertThat(free).isEqualTo(all.subList(0, 3));
        read(em -> {
            List<Dog> managed = firstDogs(em, 2);
            assertThat(managed).isEqualTo(all.subList(0, 2));
            assertThat(statements(() -> load(managed.get(0).getNicknames()))).isEqualTo(1);
            assertThat(statements(() -> load(managed.get(1).getNicknames()))).isZero();
            return null;
        });
        assertThat(statements(() -> load(all.get(2).getNicknames()))).isEqualTo(1);
        assertThat(statements(() -> load(all.get(3).getNicknames()))).isEqualTo(1);
        List<Dog> again = read(em -> firstDogs(em, 2));
        assertThat(statements(() -> load(again.get(0).getToys()))).isEqualTo(1);
        assertThat(statements(() -> load(again.get(1).getToys()))).isZero();
        assertThat(statements(() -> load(all.get(2).getToys()))).isEqualTo(1);
        assertThat(statements(() -> load(all.get(3).getToys()))).isEqualTo(1);
    }

    @Test
    @DisplayName("P13: 20 service calls that find the same dogs read their associations once")
    void request() {
        int statements = statements(() -> {
            for (int call = 0; call < 20; call++) {
                transact(em -> {
                    List<Dog> dogs = LongStream.rangeClosed(1, 4)
                            .mapToObj(id -> em.find(Dog.class, id))
                            .toList();
                    dogs.forEach(dog -> {
                        assertThat(dog.getOwner() == null ? "" : dog.getOwner().getName())
                                .isNotNull();
                        load(dog.getToys());
                    });
                });
            }
        });
        // the finds, owners, toys
        assertThat(statements).isLessThanOrEqualTo(WOVEN ? 6 : 20);
    }

    @Test
    @DisplayName("P13: an association of an embeddable is loaded for all")
    void embeddable() {
        transact(em -> {
            Dog fay = em.find(Dog.class, 2L);
            fay.setCollar(new io.github.selfsame.eclipselink.kennel.Collar(
                    "blue", em.find(Toy.class, 1L).getMaker()));
        });
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        factory.getCache().evictAll();
        read(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(statements(() -> {
                        assertThat(dogs.get(0).getCollar().getCollarMaker().getName())
                                .isEqualTo("Bolt");
                        assertThat(dogs.get(1).getCollar().getCollarMaker().getName())
                                .isEqualTo("Acme");
                    }))
                    .isEqualTo(WOVEN ? 1 : 0);
            return null;
        });
    }

    @Test
    @DisplayName("P8/C22: nothing becomes dirty; what is changed afterwards is written")
    void neverDirty() {
        assertThat(statements(() -> transact(em -> {
                    walk(dogs(em));
                    database.forget();
                })))
                .isZero();
        transact(em -> dogs(em).get(0).getToys().remove(0));
        reopen(IdentityMapOptions.DEFAULTS);
        factory.getCache().evictAll();
        assertThat(read(em -> em.find(Dog.class, 1L).getToys().size()).intValue())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("P13: a private copy has its peers among the private copies of its context")
    void privateCopies() {
        EntityManager holder = entityManager();
        List<Dog> canonical = dogs(holder);
        transact(em -> {
            List<Dog> copies = dogs(em);
            assertThat(copies.get(0)).isNotSameAs(canonical.get(0));
            load(copies.get(0).getToys());
            assertThat(statements(() -> copies.forEach(dog -> load(dog.getToys()))))
                    .isZero();
            assertThat(copies.get(0).getToys()).allMatch(em::contains);
        });
        assertThat(statements(() -> canonical.forEach(dog -> load(dog.getToys()))))
                .isPositive();
        assertThat(canonical.get(0).getToys()).hasSize(3);
    }

    @Test
    @DisplayName("P13: by call: only what is touched meanwhile, of the entities read meanwhile")
    void byCall() throws Exception {
        reopen(IdentityMapOptions.DEFAULTS);
        read(em -> {
            List<Dog> dogs;
            try (IdentityMapActivation peers = maps.withLazyLoading(LazyLoading.PEERS)) {
                assertThat(peers).isNotNull();
                dogs = dogs(em);
                assertThat(statements(() -> load(dogs.get(0).getToys()))).isEqualTo(1);
                assertThat(statements(() -> dogs.forEach(dog -> load(dog.getToys()))))
                        .isZero();
            }
            assertThat(statements(() -> dogs.forEach(dog -> load(dog.getNicknames()))))
                    .isEqualTo(4);
            return null;
        });
    }

    @Test
    @DisplayName("P13: one by one without the mode")
    void one() {
        reopen(IdentityMapOptions.DEFAULTS);
        read(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(statements(() -> dogs.forEach(dog -> load(dog.getToys()))))
                    .isGreaterThanOrEqualTo(4);
            return null;
        });
    }
}
