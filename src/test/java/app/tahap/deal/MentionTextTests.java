package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.MentionText.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTextTests {

    private static final List<String> NAMES = List.of("Ani", "Ani Basuki", "Budi Santoso");

    @Test
    void cutsATextWhereSomebodyIsMentioned() {
        assertThat(new MentionText("Ask @Ani Basuki, or @budi santoso.", NAMES).parts())
                .containsExactly(
                        new Part("Ask ", false),
                        new Part("@Ani Basuki", true),
                        new Part(", or ", false),
                        new Part("@budi santoso", true),
                        new Part(".", false));
    }

    @ParameterizedTest
    @CsvSource({"@Ani Basuki knows, ani basuki", "@Ani knows, ani", "(@ani), ani", "@Ani's, ani"})
    void meansTheLongestNameThatStandsThere(String text, String name) {
        assertThat(new MentionText(text, NAMES).mentioned()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ani Basuki", "@Anita", "mail@Ani", "@ Ani", "@", "@@", "", "@Budi"})
    void mentionsNobodyByWhatIsNoName(String text) {
        assertThat(new MentionText(text, NAMES).mentioned()).isEmpty();
    }

    @Test
    void losesNothingOfTheText() {
        String text = "@@Ani @Ani Basuki@Budi Santoso a@Ani\n@Ani";

        assertThat(String.join(
                        "",
                        new MentionText(text, NAMES)
                                .parts().stream().map(Part::text).toList()))
                .isEqualTo(text);
    }
}
