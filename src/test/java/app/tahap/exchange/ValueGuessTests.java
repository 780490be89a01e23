package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.exchange.ImportOwners.Owner;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.pipeline.StageView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueGuessTests {

    private static final List<StageView> STAGES = List.of(
            stage(11, "Prospecting"),
            stage(12, "Lead qualification"),
            stage(13, "Initial contact"),
            stage(14, "Needs assessment"),
            stage(15, "Proposal/quote"),
            stage(16, "Negotiation"),
            stage(17, "Our own stage"));

    @ParameterizedTest
    @CsvSource({
        "Prospecting, 11",
        "lead-qualification, 12",
        "Engaging, 13",
        "Proposal/Price Quote, 15",
        "Penawaran, 15",
        "OUR OWN STAGE, 17",
        "Won, WON",
        "Closed Lost, LOST",
        "Menang, WON",
        "Unqualified, DISQUALIFIED",
    })
    void findsStagesAndOutcomesByTheirUsualNames(String value, String target) {
        assertThat(stageOf(value)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"Mysterious", "''", "Open", "Contract sent"})
    void leavesToTheUserWhatItDoesNotKnow(String value) {
        assertThat(stageOf(value)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"open, OPEN", "'', OPEN", "Terbuka, OPEN", "won, WON", "Kalah, LOST"})
    void findsOutcomes(String value, String target) {
        assertThat(ValueGuess.outcome(new Meaning(value, 1, null)).target()).isEqualTo(target);
    }

    @Test
    void findsOwnersByNameAndAddress() {
        List<Owner> known = List.of(new Owner(5, "Ani Basuki", "ani@example.com", true));

        assertThat(ownerOf("ANI  BASUKI", known)).isEqualTo("5");
        assertThat(ownerOf("ani@example.com", known)).isEqualTo("5");
        assertThat(ownerOf("Budi", known)).isEqualTo(Meaning.NEW);
        assertThat(ownerOf("", known)).isEqualTo("9");
    }

    private static @Nullable String stageOf(String value) {
        return ValueGuess.stage(new Meaning(value, 1, null), STAGES).target();
    }

    private static @Nullable String ownerOf(String value, List<Owner> known) {
        return ValueGuess.owner(new Meaning(value, 1, null), known, 9).target();
    }

    private static StageView stage(long id, String name) {
        return new StageView(id, name, (int) id, BigDecimal.ONE, null);
    }
}
