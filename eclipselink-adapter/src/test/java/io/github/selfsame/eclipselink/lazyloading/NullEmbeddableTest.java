package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Why with the shared cache and without weaving targets with a reference in an embeddable that may be null, such as dogs with
 * or without a collar, stay one by one for peers: the reference is eager there, and can't be joined.
 */
class NullEmbeddableTest extends KennelTest {

    private void fillSharedCache() {
        readWithoutMap(em -> em.createQuery("select d from Dog d", Dog.class).getResultList());
    }

    private static List<Dog> joined(EntityManager em) {
        return em.createQuery("select d from Dog d left join fetch d.collar.collarMaker order by d.id", Dog.class)
                .getResultList();
    }

    @Override
    protected Map<String, Object> unitProperties() {
        // it logs what it fails on
        return Map.of("eclipselink.logging.level", "OFF");
    }

    @Test
    @DisplayName("P13: EclipseLink by itself fails on a join through an embeddable that is null in the shared cache")
    void joinByItself() {
        fillSharedCache();
        readWithoutMap(em -> {
            if (SHARED_CACHE) {
                assertThatThrownBy(() -> joined(em))
                        .isInstanceOf(PersistenceException.class)
                        .hasRootCauseInstanceOf(NullPointerException.class);
            } else {
                assertThat(joined(em)).hasSize(4);
            }
            return null;
        });
    }

    @Test
    @DisplayName(
            "P13, P9: so peers do without that join there, in no more statements than one by one, and a prefetch does too")
    void withoutJoin() {
        int oneByOne = walk(LazyLoading.ONE);
        int forPeers = walk(LazyLoading.PEERS);
        assertThat(forPeers).isLessThanOrEqualTo(oneByOne);
        if (WOVEN) {
            assertThat(forPeers).isLessThanOrEqualTo(2);
        }
        fillSharedCache();
        reopen(IdentityMapOptions.DEFAULTS);
        read(em -> {
            List<Owner> owners = em.createQuery("select o from Owner o order by o.id", Owner.class)
                    .getResultList();
            prefetch(owners, "dogs.collar.collarMaker");
            assertDogs(owners);
            return null;
        });
    }

    private int walk(LazyLoading mode) {
        factory.getCache().evictAll();
        fillSharedCache();
        reopen(IdentityMapOptions.DEFAULTS.with(mode));
        return statements(() -> read(em -> {
            List<Owner> owners = em.createQuery("select o from Owner o order by o.id", Owner.class)
                    .getResultList();
            assertDogs(owners);
            return null;
        }));
    }

    private static void assertDogs(List<Owner> owners) {
        assertThat(owners.get(0).getDogs()).extracting(Dog::getName).containsExactly("Fay", "Rex");
        assertThat(owners.get(1).getDogs()).extracting(Dog::getName).containsExactly("Gus");
        assertThat(owners.get(2).getDogs()).isEmpty();
        assertThat(owners.get(0).getDogs().get(1).getCollar().getColour()).isEqualTo("red");
        assertThat(owners.get(0).getDogs().get(0).getCollar()).isNull();
    }
}
