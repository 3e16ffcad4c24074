package io.github.selfsame.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.sample.it.Kennel.Answer;
import io.github.selfsame.sample.it.Kennel.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One request, twenty service calls")
class RequestIT {

    private static final int CALLS = 20;

    private final Answer answer = Kennel.get("api/request");
    private final Figures plain = answer.figures("plain");
    private final Figures identityMap = answer.figures("identityMap");

    @Test
    @DisplayName("the answer has both ways and nothing else")
    void shape() {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsOnlyKeys("plain", "identityMap");
    }

    @Test
    @DisplayName("both read the same names")
    void equalChecksums() {
        assertThat(identityMap.checksum()).isEqualTo(plain.checksum());
    }

    @Test
    @DisplayName("the map takes at most one tenth of the statements")
    void oneTenthOfTheStatements() {
        assertThat(identityMap.statements()).isPositive();
        assertThat(identityMap.statements() * 10).isLessThanOrEqualTo(plain.statements());
    }

    @Test
    @DisplayName("R1: with the map each row is one object in all calls; without it, one in each call")
    void oneRowOneObject() {
        assertThat(identityMap.distinctInstances()).isEqualTo(Expected.instancesOfTheRounds());
        assertThat(plain.distinctInstances()).isEqualTo(CALLS * Expected.instancesOfTheRounds());
    }
}
