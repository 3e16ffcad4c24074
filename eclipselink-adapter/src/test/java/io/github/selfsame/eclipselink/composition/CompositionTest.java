package io.github.selfsame.eclipselink.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import io.github.selfsame.prefetch.PrefetchOutcome.StepOutcome;
import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.prefetch.PrefetchPlan.Kind;
import io.github.selfsame.prefetch.PrefetchPlan.Step;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompositionTest extends ContractTest {

    CompositionTest() {
        super("composition");
    }

    @Override
    protected void fill() {
        database.execute("insert into Owner (id, name) values (1, 'Ann'), (2, 'Ben')");
        database.execute("insert into Dog (id, name, owner_id) values (1, 'Rex', 1), (2, 'Fay', 2), (3, 'Gus', null)");
        database.execute("insert into Toy (id, name, dog_id) values (1, 'ball', 1), (2, 'bone', 1), (3, 'rope', 2)");
    }

    private List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    @Test
    @DisplayName("P4, D51: dog.owner, asked for through toy.dog, is honoured although the inverse side had set toy.dog")
    void composition() {
        read(em -> {
            Prefetch<Toy, Dog> dogWithOwner = Prefetch.of(Toy_.dog).with(Prefetch.of(Dog_.owner));
            List<Dog> dogs = new ArrayList<>();
            int statements = statements(() -> {
                dogs.addAll(dogs(em));
                prefetch(dogs, Prefetch.of(Dog_.toys).with(dogWithOwner));
            });
            if (WOVEN) {
                // dogs, toys, owners
                assertThat(statements).isEqualTo(3);
            }
            Toy toy = dogs.get(0).getToys().get(0);
            assertThat(statements(() -> {
                        assertThat(toy.getDog()).isSameAs(dogs.get(0));
                        assertThat(toy.getDog().getOwner().getName()).isEqualTo("Ann");
                    }))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P12, P6: typed paths and conditions by the static metamodel, results without a cast")
    void typed() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            Prefetch<Dog, Toy> lastToy = Prefetch.of(Dog_.toys)
                    .where((builder, toy) -> builder.notEqual(toy.get(Toy_.name), "rope"))
                    .orderBy((builder, toy) -> builder.desc(toy.get(Toy_.name)))
                    .limit(1)
                    .as("lastToy");
            Prefetched prefetched = prefetch(
                    dogs, lastToy, Prefetch.of(Dog_.toys).then(Toy_.dog).then(Dog_.owner));
            Toy toy = prefetched.single(dogs.get(0), lastToy).orElseThrow();
            assertThat(toy.getName()).isEqualTo("bone");
            assertThat(dogs.get(0).getToys()).hasSize(2).contains(toy);
            assertThat(prefetched.single(dogs.get(1), lastToy)).isEmpty();
            assertThat(dogs.get(1).getToys()).hasSize(1);
            return null;
        });
    }

    @Test
    @DisplayName("P12: a typed path that starts elsewhere is an error, and so are roots of different types")
    void wrongRoots() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            List<Object> mixed = new ArrayList<>(dogs);
            mixed.add(em.find(Owner.class, 1L));
            database.forget();
            assertThatExceptionOfType(PrefetchException.class)
                    .isThrownBy(() -> prefetch(dogs, Prefetch.of(Toy_.dog)))
                    .withMessageContaining("SELFSAME002104")
                    .withMessageContaining(Toy.class.getName())
                    .withMessageContaining(Dog.class.getName());
            assertThatExceptionOfType(PrefetchException.class)
                    .isThrownBy(() -> prefetch(mixed, "toys"))
                    .withMessageContaining("SELFSAME002103")
                    .withMessageContaining(Owner.class.getName());
            assertThat(database.statements()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("P14: a plan is looked at without a statement, and the outcome says what each step has taken")
    void explain() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            load(dogs.get(0).getToys());
            database.forget();
            PrefetchPlan plan = explain(dogs, Prefetch.of("owner"), Prefetch.of("toys.dog"));
            assertThat(database.statements()).isEmpty();
            assertThat(plan.rootType()).isEqualTo(Dog.class.getName());
            assertThat(plan.steps())
                    .containsExactly(
                            new Step(Kind.COLLECTION, List.of("toys"), "Toy"),
                            new Step(Kind.REFERENCE, List.of("owner"), "Owner"),
                            new Step(Kind.REFERENCE, List.of("toys.dog"), "Dog"));

            Prefetched prefetched = prefetch(dogs, "owner", "toys.dog");
            assertThat(prefetched.outcome().steps())
                    .extracting(StepOutcome::step)
                    .containsExactlyElementsOf(plan.steps());
            StepOutcome toys = prefetched.outcome().steps().get(0);
            assertThat(List.of(
                            toys.owners(),
                            toys.loadedBefore(),
                            toys.statements(),
                            toys.rows(),
                            toys.reused(),
                            toys.built()))
                    .isEqualTo(List.of(3, 1, 1, 1, 0, 1));
            assertThat(prefetched.outcome().statements())
                    .isEqualTo(database.statements().size());
            return null;
        });
    }
}
