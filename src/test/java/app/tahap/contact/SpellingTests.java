package app.tahap.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "maju jaya, maju jaya, true",
        "maju jaya, maju jya, true",
        "maju jaya, maju jayaa, true",
        "maju jaya, maju raya, true",
        "maju jaya, maju raja, false",
        "karya mandiri bersama, karya mandri bersma, true",
        "karya mandiri bersama, kaya mandri bersma, false",
        "acme, acne, false",
        "budi, budi, true",
        "'', '', true",
        "'', a, false"
    })
    void forgivesOneLetterInFiveAndTwoAtMost(String one, String other, boolean close) {
        assertThat(Spelling.isClose(one, other)).isEqualTo(close);
        assertThat(Spelling.isClose(other, one)).isEqualTo(close);
    }
}
