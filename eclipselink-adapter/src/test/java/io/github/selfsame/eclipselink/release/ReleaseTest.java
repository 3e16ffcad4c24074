package io.github.selfsame.eclipselink.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReleaseTest extends KennelTest {

    @Test
    @DisplayName("R19: closing an EntityManager never fails because of what it manages")
    void closeChecksNoIds() {
        transact(em -> em.persist(new Note(0, "zero")));

        assertThat(this.<Object>read(em -> em.createNativeQuery("select count(*) from Note where id = 0")
                        .getSingleResult()))
                .isEqualTo(1L);
    }
}
