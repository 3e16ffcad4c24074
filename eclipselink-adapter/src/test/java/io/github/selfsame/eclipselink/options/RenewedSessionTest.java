package io.github.selfsame.eclipselink.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The session of a unit logs in again, or another one takes its properties. */
class RenewedSessionTest extends KennelTest {

    private @Nullable EntityManagerFactory second;

    @AfterEach
    void closeSecond() {
        if (second != null) {
            second.close();
        }
    }

    private void works() {
        Dog rex = read(em -> em.find(Dog.class, 1L));
        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(rex);
            Prefetched prefetched = prefetch(
                    List.of(rex),
                    Prefetch.of("toys")
                            .where((builder, toy) -> builder.equal(toy.get("name"), "ball"))
                            .as("balls"));
            assertThat(prefetched.list(rex, "balls", Toy.class)).containsExactly(em.find(Toy.class, 1L));
        });
    }

    @Test
    @DisplayName("R1, P6: a session that logs out and in again keeps the identity map")
    void again() {
        works();
        DatabaseSession session = factory.unwrap(DatabaseSession.class);
        session.logout();
        session.login();

        works();
    }

    @Test
    @DisplayName(
            "R1, P6: the session that takes the place of another when the metadata are refreshed keeps the identity map")
    void refreshed() {
        works();
        factory.unwrap(JpaEntityManagerFactory.class)
                .refreshMetadata(Map.of("jakarta.persistence.schema-generation.database.action", "none"));

        works();
    }

    @Test
    @DisplayName("R1, P6: another factory can have the properties of the first")
    void copied() {
        works();
        Map<String, Object> copy = new HashMap<>(factory.getProperties());
        copy.put("jakarta.persistence.schema-generation.database.action", "none");
        copy.put("eclipselink.session-name", "copy");
        EntityManagerFactory first = factory;
        second = Persistence.createEntityManagerFactory("kennel", copy);
        try {
            factory = second;
            works();
        } finally {
            factory = first;
        }
    }
}
