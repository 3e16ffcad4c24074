package io.github.selfsame.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.sample.it.Kennel.Answer;
import io.github.selfsame.sample.it.Kennel.Figures;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The same work, five ways")
class ComparisonIT {

    private final Answer answer = Kennel.get("api/comparison");
    private final Figures plain = answer.figures("plain");
    private final Figures identityMap = answer.figures("identityMap");
    private final Figures prefetch = answer.figures("prefetch");
    private final Figures peers = answer.figures("peers");
    private final Figures bypass = answer.figures("bypass");

    @Test
    @DisplayName("the answer has the five ways, each with its four figures, and nothing else")
    void shape() {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsOnlyKeys("plain", "identityMap", "prefetch", "peers", "bypass");
        assertThat(answer.json().values()).allSatisfy(figures -> assertThat(figures.asJsonObject())
                .containsOnlyKeys("statements", "distinctInstances", "checksum", "millis"));
    }

    @Test
    @DisplayName("all five read the same names")
    void equalChecksums() {
        assertThat(Stream.of(plain, identityMap, prefetch, peers, bypass).map(Figures::checksum))
                .containsOnly(plain.checksum());
    }

    @Test
    @DisplayName("R18: a bypassed map costs and saves nothing")
    void bypassIsPlain() {
        assertThat(bypass.statements()).isEqualTo(plain.statements());
        assertThat(bypass.distinctInstances()).isEqualTo(plain.distinctInstances());
    }

    @Test
    @DisplayName("R1: within a map each row that is reached is one object")
    void oneRowOneObject() {
        assertThat(identityMap.distinctInstances()).isEqualTo(Expected.instancesOfTheInventory());
        assertThat(prefetch.distinctInstances()).isEqualTo(Expected.instancesOfTheInventory());
        assertThat(peers.distinctInstances()).isEqualTo(Expected.instancesOfTheInventory());
    }

    @Test
    @DisplayName("P13: plain lazy code takes as many statements with peers as with a prefetch, or one more")
    void peersTakeWhatPrefetchTakes() {
        assertThat(peers.statements()).isBetween(prefetch.statements(), prefetch.statements() + 1);
    }

    @Test
    @DisplayName("the map alone never takes more statements")
    void neverMoreStatements() {
        assertThat(identityMap.statements()).isLessThanOrEqualTo(plain.statements());
    }

    @ParameterizedTest
    @DisplayName(
            "P5: prefetch takes 4 statements (dogs, toys with link table, makers, owners) in any order of the paths")
    @ValueSource(
            strings = {
                "toys.maker,favoriteToy.maker,owner",
                "toys.maker,owner,favoriteToy.maker",
                "favoriteToy.maker,toys.maker,owner",
                "favoriteToy.maker,owner,toys.maker",
                "owner,toys.maker,favoriteToy.maker",
                "owner,favoriteToy.maker,toys.maker"
            })
    void fourStatements(String paths) {
        Figures figures = Kennel.comparison(paths).figures("prefetch");
        assertThat(figures.statements()).isEqualTo(4);
        assertThat(figures.distinctInstances()).isEqualTo(Expected.instancesOfTheInventory());
        assertThat(figures.checksum()).isEqualTo(plain.checksum());
    }

    @Test
    @DisplayName("P12: a wrong path is an error that names the path, the type and the attribute")
    void wrongPath() {
        Answer wrong = Kennel.comparison("toys.maker,favouriteToy");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().getString("error"))
                .contains("favouriteToy")
                .contains("Dog")
                .contains("favoriteToy");
    }
}
