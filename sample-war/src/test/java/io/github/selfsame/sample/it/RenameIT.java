package io.github.selfsame.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.sample.it.Kennel.Answer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A dog that is renamed in a transaction of its own")
class RenameIT {

    private static final long DOG = 42;

    private final String before = Kennel.nameOf(DOG);

    @AfterEach
    void giveTheNameBack() {
        Kennel.rename(DOG, before);
    }

    @Test
    @DisplayName("R4: is seen renamed on the very object that was loaded before, and not on one loaded past the map")
    void seenOnTheObjectLoadedBefore() {
        Answer answer = Kennel.rename(DOG, "Rex");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("before")).isEqualTo(before);
        JsonObject identityMap = answer.json().getJsonObject("identityMap");
        assertThat(identityMap.getString("name")).isEqualTo("Rex");
        assertThat(identityMap.getBoolean("sameObject")).isTrue();
        JsonObject plain = answer.json().getJsonObject("plain");
        assertThat(plain.getString("name")).isEqualTo(before);
        assertThat(plain.getBoolean("sameObject")).isFalse();
    }

    @Test
    @DisplayName("has its new name in the next request too")
    void isInTheDatabase() {
        Kennel.rename(DOG, "Rex");
        assertThat(Kennel.nameOf(DOG)).isEqualTo("Rex");
    }

    @Test
    @DisplayName("changes the checksum, which stays equal in all ways")
    void isSeenByEveryWay() {
        String checksumBefore = Kennel.get("api/comparison").figures("plain").checksum();
        Kennel.rename(DOG, "Rex");
        Answer answer = Kennel.get("api/comparison");
        String checksum = answer.figures("plain").checksum();
        assertThat(checksum).isNotEqualTo(checksumBefore);
        assertThat(answer.figures("identityMap").checksum()).isEqualTo(checksum);
        assertThat(answer.figures("prefetch").checksum()).isEqualTo(checksum);
        assertThat(answer.figures("bypass").checksum()).isEqualTo(checksum);
    }

    @Test
    @DisplayName("needs a name that is not blank")
    void blankName() {
        Answer answer = Kennel.rename(DOG, "  ");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).contains("1 to 60 characters");
        assertThat(Kennel.nameOf(DOG)).isEqualTo(before);
    }

    @Test
    @DisplayName("needs to exist")
    void noSuchDog() {
        Answer answer = Kennel.rename(1_001, "Nobody");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getString("error")).contains("1001");
    }
}
