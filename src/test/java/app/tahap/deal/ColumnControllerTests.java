package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ColumnControllerTests extends BoardScene {

    private static final Pattern TITLE = Pattern.compile("data-title=\"([^\"]*)\"");
    private static final Pattern NEXT = Pattern.compile("data-more=\"([^\"]*)\"");

    @Test
    void showsEveryCardOnceAndInOrderOverAllParts() {
        for (int i = 1; i < 70; i++) {
            fixtures.deal("Deal " + i, stages.get(0), ani);
        }
        List<String> shown = new ArrayList<>();
        String address = "/board";
        while (!address.isEmpty()) {
            String part = body(address);
            shown.addAll(found(TITLE, part));
            address = found(NEXT, part).stream().findFirst().orElse("").replace("&amp;", "&");
        }
        Set<String> once = new LinkedHashSet<>(shown);
        assertThat(shown).hasSize(70).containsExactlyElementsOf(once).isEqualTo(column(stages.get(0)));
    }

    @Test
    void keepsTheFilter() {
        for (int i = 0; i < 20; i++) {
            fixtures.deal("Printer " + i, stages.get(0), ani);
            fixtures.deal("Forklift " + i, stages.get(0), ani);
        }
        String board = body("/board?text=printer&owner=" + ani.id());

        String more = body(found(NEXT, board).get(0).replace("&amp;", "&"));

        assertThat(found(TITLE, more)).hasSize(5).allMatch(title -> title.startsWith("Printer"));
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        assertThat(get(stranger(), more(stages.get(0).id(), "Z")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Fifty laptops");
    }

    @Test
    void knowsNoColumnThatIsNotThereAndNoNonsense() {
        assertThat(get(ani, more(999_999, "a0"))).hasStatus(404);
        assertThat(get(ani, "/columns/" + stages.get(0).id() + "/cards?id=1&shown=15"))
                .hasStatus(400);
        assertThat(get(ani, "/columns/" + stages.get(0).id() + "/cards?rank=a0&id=x&shown=15"))
                .hasStatus(400);
    }

    private String more(long stage, String rank) {
        return "/columns/" + stage + "/cards?rank=" + rank + "&id=0&shown=0";
    }

    private String body(String address) {
        return new String(get(ani, address).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
