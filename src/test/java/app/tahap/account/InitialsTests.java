package app.tahap.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTests {

    @ParameterizedTest
    @CsvSource({
        "Ani Basuki, AB",
        "ani, A",
        "Siti Nur Aisyah, SA",
        "'  Budi   Santoso ', BS",
        "émile zola, ÉZ",
        "😀 Budi, 😀B",
        "iwan, I"
    })
    void takesTheFirstLettersOfTheFirstAndLastWord(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void standsForABlankNameToo() {
        assertThat(Initials.of("")).isEqualTo("?");
        assertThat(Initials.of("   ")).isEqualTo("?");
    }
}
