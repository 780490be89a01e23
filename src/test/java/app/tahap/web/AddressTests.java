package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AddressTests {

    @ParameterizedTest
    @CsvSource({
        "'', /deals?page=2",
        "text=a, /deals?text=a&page=2",
        "page=1&text=a, /deals?text=a&page=2",
        "page=1&page=7&text=a, /deals?text=a&page=2",
        "text=PT+Maju+%26+Jaya+100%25, /deals?text=PT+Maju+%26+Jaya+100%25&page=2",
        "text=%F0%9F%98%80, /deals?text=%F0%9F%98%80&page=2",
        "outcome=WON&outcome=LOST, /deals?outcome=WON&outcome=LOST&page=2",
        "text=, /deals?page=2",
        "owner=&text=a&team=, /deals?text=a&page=2",
        "text=x%3D, /deals?text=x%3D&page=2",
        "mypage=3, /deals?mypage=3&page=2"
    })
    void replacesAParameterAndKeepsTheOthersAsTheyAre(String query, String address) {
        assertThat(address("/deals", query).with("page", 2)).hasToString(address);
    }

    @Test
    void replacesSeveralParametersAndDropsThoseWithoutValue() {
        assertThat(address("/deals", "page=3&sort=TITLE&descending=true&text=a")
                        .with("sort", "AMOUNT")
                        .with("descending", false)
                        .without("page"))
                .hasToString("/deals?text=a&sort=AMOUNT&descending=false");
    }

    @Test
    void dropsOneOfSeveralValues() {
        assertThat(address("/deals", "only=PARKED&only=ROTTING&page=2").without("only", "PARKED"))
                .hasToString("/deals?only=ROTTING&page=2");
    }

    @Test
    void encodesWhatIsAdded() {
        assertThat(address("/deals", "").with("text", "a&b=c <d>")).hasToString("/deals?text=a%26b%3Dc+%3Cd%3E");
    }

    @Test
    void takesTheFilterToAnotherPage() {
        assertThat(address("/deals", "text=a%26b").at("/deals.csv")).hasToString("/deals.csv?text=a%26b");
        assertThat(address("/deals", "").at("/deals.csv")).hasToString("/deals.csv");
    }

    private static Address address(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query.isEmpty() ? null : query);
        return new Address(request);
    }
}
