package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes with what, in a persistence context that goes on after a query has failed in it. */
class PeersAfterFailureTest extends KennelTest {

    @BeforeEach
    void loadPeers() {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
    }

    private static List<Dog> dogs(EntityManager em, String condition) {
        return em.createQuery("select d from Dog d where " + condition + " order by d.id", Dog.class)
                .getResultList();
    }

    @Test
    @DisplayName("P13, R19: after a query has failed, peers are still those that one query brings")
    void failedQuery() {
        read(em -> {
            assertThatThrownBy(() -> em.createNativeQuery("select * from NOWHERE", Dog.class)
                            .getResultList())
                    .isInstanceOf(PersistenceException.class);
            List<Dog> some = dogs(em, "d.id <= 2");
            List<Dog> others = dogs(em, "d.id > 2");
            assertThat(statements(() -> load(some.get(0).getNicknames()))).isEqualTo(1);
            assertThat(statements(() -> load(some.get(1).getNicknames()))).isZero();
            assertThat(statements(() -> load(others.get(0).getNicknames()))).isEqualTo(1);
            assertThat(statements(() -> load(others.get(1).getNicknames()))).isZero();
            return null;
        });
    }
}
