package io.github.selfsame.eclipselink.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a persistence context writes for itself, in contrast to statements that the application gives it (rule R11). */
class OwnWritesTest extends KennelTest {

    /** A change that is written to a table of its own. */
    record Change(String name, Consumer<EntityManager> work) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("link added", em -> gus(em).getToys().add(em.find(Toy.class, 5L))),
                new Change("link removed", em -> gus(em).getToys().remove(0)),
                new Change("value added", em -> gus(em).getNicknames().add("Gussy")),
                new Change("owner of links removed", em -> em.remove(gus(em))));
    }

    private static Dog gus(EntityManager em) {
        return em.find(Dog.class, 3L);
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("R6, R11: a commit that writes links or values makes no other row stale")
    void staysFresh(Change change) {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        transact(change.work());

        assertThat(statements(() -> assertThat(this.<Owner>read(em -> em.find(Owner.class, 1L)))
                        .isSameAs(ann)))
                .isZero();
    }

    @Test
    @DisplayName("R11: a native statement in the transaction of such a commit still makes all rows stale")
    void nativeStatement() {
        Owner ann = read(em -> em.find(Owner.class, 1L));
        transact(em -> {
            gus(em).getToys().remove(0);
            em.flush();
            em.createNativeQuery("update Owner set name = 'Neo'").executeUpdate();
        });
        assertThat(this.<Owner>read(em -> em.find(Owner.class, 1L))).isSameAs(ann);
        // what it is brought up to date with is what the shared cache says, if there is one
        assertThat(activation.map().statistics().stale()).isEqualTo(1);
        assertThat(ann.getName()).isEqualTo(SHARED_CACHE ? "Ann" : "Neo");
    }
}
