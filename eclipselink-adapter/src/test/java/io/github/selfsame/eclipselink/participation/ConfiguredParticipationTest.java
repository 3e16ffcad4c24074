package io.github.selfsame.eclipselink.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfiguredParticipationTest extends KennelTest {

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("selfsame.excluded-entities", "Owner, " + Toy.class.getName());
    }

    private void open(String unit, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(withDatabase(properties));
        all.put("jakarta.persistence.schema-generation.database.action", "none");
        all.put("eclipselink.session-name", "wrong " + properties);
        try (var closing = new Closing(Persistence.createEntityManagerFactory(unit, all))) {
            closing.factory().createEntityManager().close();
        }
    }

    private record Closing(EntityManagerFactory factory) implements AutoCloseable {

        @Override
        public void close() {
            factory.close();
        }
    }

    @Test
    @DisplayName("Q3: a property of the unit names entities that do not take part, by entity name or class name")
    void named() {
        Owner ann = this.<Owner>read(em -> em.find(Owner.class, 1L));
        Toy ball = this.<Toy>read(em -> em.find(Toy.class, 1L));
        Dog rex = this.<Dog>read(em -> em.find(Dog.class, 1L));

        transact(em -> {
            assertThat(em.find(Owner.class, 1L)).isNotSameAs(ann);
            assertThat(em.find(Toy.class, 1L)).isNotSameAs(ball);
            assertThat(em.find(Dog.class, 1L)).isSameAs(rex);
            assertThat(rex.getOwner()).isSameAs(em.find(Owner.class, 1L));
            assertThat(rex.getToys()).contains(em.find(Toy.class, 1L));
        });
    }

    @Test
    @DisplayName("Q3, S9: an unknown name is an error that names the nearest one, as is an unknown property")
    void unknown() {
        assertThatThrownBy(() -> open("kennel", Map.of("selfsame.excluded-entities", "Owner, Toi")))
                .hasStackTraceContaining("SELFSAME002020")
                .hasStackTraceContaining("'Toi'")
                .hasStackTraceContaining("Did you mean 'Toy'?");
        assertThatThrownBy(() -> open("kennel", Map.of("selfsame.exclude-entities", "Owner")))
                .hasStackTraceContaining("SELFSAME002022")
                .hasStackTraceContaining("Did you mean selfsame.excluded-entities?");
    }

    @Test
    @DisplayName("Q3, S9: a hierarchy can't be divided, by annotation or by name")
    void divided() {
        assertThatThrownBy(() -> open("participation-divided", Map.of()))
                .hasStackTraceContaining("SELFSAME002021")
                .hasStackTraceContaining(Divided.class.getName())
                .hasStackTraceContaining(Letter.class.getName());
        assertThatThrownBy(() -> open("participation", Map.of("selfsame.excluded-entities", "ExpressLetter")))
                .hasStackTraceContaining("SELFSAME002021")
                .hasStackTraceContaining(ExpressLetter.class.getName());
    }
}
