package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The other side of a reference whose owner has the key of its target: lazy loading finds it by that key. */
class SharedKeyTest extends ModelTest {

    private static List<Person> persons(EntityManager em) {
        return em.createQuery("select p from Person p order by p.id", Person.class)
                .getResultList();
    }

    @Test
    @DisplayName("P2, P9: a prefetch takes what is there by the owner's key, and reads the others")
    void prefetched() {
        read(em -> {
            Passport passport = em.find(Passport.class, 1L);
            List<Person> persons = persons(em);
            assertThat(statements(() -> prefetch(persons.subList(0, 1), "passport")))
                    .isZero();
            assertThat(persons.get(0).getPassport()).isSameAs(passport);
            assertThat(statements(() -> prefetch(persons, "passport"))).isLessThanOrEqualTo(1);
            assertThat(statements(() -> persons.forEach(Person::getPassport))).isZero();
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = LazyLoading.class,
            names = {"ONE", "PEERS"})
    @DisplayName("P9, P13: what is there by the owner's key is no reason to read others")
    void touched(LazyLoading loading) {
        assertNoMoreStatements(IdentityMapOptions.DEFAULTS.with(loading), em -> em.find(Passport.class, 1L), em -> {
            Passport passport = em.find(Passport.class, 1L);
            assertThat(persons(em).get(0).getPassport()).isSameAs(passport);
        });
    }
}
