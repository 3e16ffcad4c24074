package io.github.selfsame.eclipselink.inverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseReferenceTest extends ModelTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "R20: an inverse reference that was loaded is read afresh when it is touched after the end of the next context")
    void touchedAfterwards(boolean isLoadedInContext) {
        Person person = read(em -> {
            Person found = em.createQuery(
                            "select p from Person p where p.passport is not null order by p.id", Person.class)
                    .setMaxResults(1)
                    .getSingleResult();
            if (isLoadedInContext) {
                assertThat(found.getPassport()).isNotNull();
            }
            return found;
        });
        Passport passport = person.getPassport();
        transact(em -> em.remove(em.find(Passport.class, passport.getId())));
        assertThat(person.getPassport()).isSameAs(passport);

        assertThat(this.<Person>read(em -> em.find(Person.class, person.getId())))
                .isSameAs(person);
        assertThat(person.getPassport()).isNull();
    }
}
