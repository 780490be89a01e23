package app.tahap.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTextTests {

    @Test
    void fillsInWhatIsKnownAndLeavesTheRest() {
        String text = "Hello {{person.firstName}}, {{ deal.title }} at {{deal.amount}}";

        assertThat(new PlaceholderText(text)
                        .filled(Map.of(Placeholder.PERSON_FIRST_NAME, "Budi", Placeholder.DEAL_TITLE, "$1 \\ laptops")))
                .isEqualTo("Hello Budi, $1 \\ laptops at {{deal.amount}}");
    }

    @Test
    void doesNotFillInWhatAValueSays() {
        assertThat(new PlaceholderText("{{deal.title}}")
                        .filled(Map.of(Placeholder.DEAL_TITLE, "{{owner.email}}", Placeholder.OWNER_EMAIL, "a@b.c")))
                .isEqualTo("{{owner.email}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{deal.titel}} | {{deal.titel}}",
                "{{Deal.title}} | {{Deal.title}}",
                "{{}} | {{}}",
                "{{deal.title | {{",
                "deal.title}} | }}",
                "{{deal.title}} {{x}} | {{x}}"
            })
    void namesWhatIsNoPlaceholder(String text, String unknown) {
        assertThat(new PlaceholderText(text).unknown()).containsExactly(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello {name}", "{{deal.title}}", "{{ person.name }}{{today}}", "f(){return}"})
    void takesNothingElseForOne(String text) {
        assertThat(new PlaceholderText(text).unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Budi Santoso, Budi",
        "Bpk. Budi Santoso, Budi",
        "Ibu Dr. Sri Wahyuni, Sri",
        "'Hadi, SE', Hadi",
        "Drupadi, Drupadi"
    })
    void speaksToPeopleByTheirFirstName(String name, String first) {
        Addressee to = new Addressee(1, "", null, "USD", null, "", null, null, 1L, name, null, null);

        assertThat(to.firstName()).isEqualTo(first);
    }
}
