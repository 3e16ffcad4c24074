package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Passport;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InverseReferencesTest extends ModelTest {

    @Test
    @DisplayName("P5, D30: with a one-to-one reference its other side is known, and nothing becomes dirty")
    void derived() {
        transact(em -> {
            List<Passport> passports =
                    em.createQuery("select p from Passport p", Passport.class).getResultList();
            prefetch(passports, "person");
            int statements = statements(() -> assertThat(passports)
                    .allSatisfy(passport ->
                            assertThat(passport.getPerson().getPassport()).isSameAs(passport)));
            if (WOVEN) {
                assertThat(statements).isZero();
                assertThat(statements(() -> prefetch(passports, "person.passport.person")))
                        .isZero();
            }
            database.forget();
        });
        assertThat(database.statements()).isEmpty();
    }
}
