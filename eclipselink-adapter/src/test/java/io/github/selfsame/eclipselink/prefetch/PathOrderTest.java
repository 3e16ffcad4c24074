package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Maker;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lookups that django-prefetch-utils was measured with, in every order of their paths. */
class PathOrderTest extends KennelTest {

    /**
     * A lookup.
     *
     * @param statements what the original takes at best, the query for the roots included
     * @param walk goes to everything that the paths lead to
     */
    record Lookup(Class<?> root, List<String> paths, int statements, Consumer<Object> walk) {

        @Override
        public String toString() {
            return root.getSimpleName() + ": " + String.join(", ", paths);
        }
    }

    static Stream<Lookup> lookups() {
        Consumer<Object> graph = dog -> {
            maker(((Dog) dog).getFavoriteToy());
            ((Dog) dog).getToys().forEach(PathOrderTest::maker);
            name(((Dog) dog).getOwner());
        };
        return Stream.of(
                        new Lookup(Dog.class, List.of("toys", "favoriteToy"), 2, dog -> {
                            load(((Dog) dog).getToys());
                            name(((Dog) dog).getFavoriteToy());
                        }),
                        new Lookup(Dog.class, List.of("toys.maker", "favoriteToy.maker", "owner"), 4, graph),
                        new Lookup(Dog.class, List.of("toys.dogs.toys.dogs.toys"), 3, dog -> ((Dog) dog)
                                .getToys()
                                .forEach(toy -> toy.getDogs().forEach(other -> other.getToys()
                                        .forEach(its -> its.getDogs().forEach(last -> load(last.getToys())))))),
                        new Lookup(
                                Owner.class,
                                List.of("dogs", "dogs.owner", "dogs.owner.dogs.favoriteToy"),
                                3,
                                owner -> ((Owner) owner).getDogs().forEach(dog -> dog.getOwner()
                                        .getDogs()
                                        .forEach(other -> name(other.getFavoriteToy())))))
                .flatMap(PathOrderTest::permutations);
    }

    private static void maker(Toy toy) {
        Maker maker = toy == null ? null : toy.getMaker();
        if (maker != null) {
            assertThat(maker.getName()).isNotEmpty();
        }
    }

    private static void name(Object entity) {
        if (entity instanceof Owner owner) {
            assertThat(owner.getName()).isNotEmpty();
        } else if (entity instanceof Toy toy) {
            assertThat(toy.getName()).isNotEmpty();
        }
    }

    private static Stream<Lookup> permutations(Lookup lookup) {
        return permutations(lookup.paths()).stream()
                .map(paths -> new Lookup(lookup.root(), paths, lookup.statements(), lookup.walk()));
    }

    private static List<List<String>> permutations(List<String> paths) {
        if (paths.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : paths) {
            List<String> rest = new ArrayList<>(paths);
            rest.remove(first);
            permutations(rest).forEach(end -> {
                List<String> whole = new ArrayList<>(List.of(first));
                whole.addAll(end);
                all.add(whole);
            });
        }
        return all;
    }

    private List<?> roots(EntityManager em, Class<?> root) {
        return em.createQuery("select e from " + root.getSimpleName() + " e order by e.id", root)
                .getResultList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookups")
    @DisplayName("P5, D20, D52: at most the statements that the original takes in its best order of the paths")
    void statements(Lookup lookup) {
        int lazily = statements(() -> readWithoutMap(em -> {
            roots(em, lookup.root()).forEach(lookup.walk());
            return null;
        }));
        factory.getCache().evictAll();
        read(em -> {
            List<Object> roots = new ArrayList<>();
            int statements = statements(() -> {
                roots.addAll(roots(em, lookup.root()));
                prefetch(roots, lookup.paths().toArray(String[]::new));
            });
            // without weaving, references come with their owners one by one
            assertThat(statements).isLessThanOrEqualTo(WOVEN ? lookup.statements() : lazily);
            assertThat(statements(() -> roots.forEach(lookup.walk()))).isZero();
            return null;
        });
    }

    @Test
    @DisplayName(
            "P4, D46: where one of two owners has its collection, the other's is read, and what is below it for both")
    void partlyLoaded() {
        read(em -> {
            List<Dog> dogs = em.createQuery("select d from Dog d where d.id < 3 order by d.id", Dog.class)
                    .getResultList();
            load(dogs.get(0).getToys());
            assertThat(statements(() -> prefetch(dogs, "toys.maker"))).isEqualTo(WOVEN ? 2 : 1);
            assertThat(statements(() -> dogs.forEach(dog -> dog.getToys().forEach(PathOrderTest::maker))))
                    .isZero();
            return null;
        });
    }
}
