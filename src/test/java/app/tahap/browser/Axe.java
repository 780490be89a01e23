package app.tahap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Asks axe-core whether everybody can use a page as it stands. */
public final class Axe {

    /** The tags are named because axe leaves the rules of WCAG 2.2 out unless they are asked for. */
    private static final String EVERYTHING =
            "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}";

    private static final String CONTRAST = "{type: 'rule', values: ['color-contrast']}";

    /** Style sheets need not be read beforehand: only an experimental rule asks for them, which does not run. */
    private static final String RUN = """
            async () => (await axe.run({runOnly: %s, resultTypes: ['violations'], preload: {assets: ['media']}})).violations.map(rule =>
                [rule.id + ': ' + rule.help, ...rule.nodes.map(node => node.html + ' ' + node.failureSummary)].join('\\n'))
            """;

    private Axe() {}

    /** Fails with each broken rule and the elements that break it. */
    public static void assertAccessible(Page page) {
        page.waitForLoadState(); // a click may have led to another one
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat(violations(page, EVERYTHING)).as(page.url()).isEmpty();
    }

    /** The same wide and phone-narrow, and in the dark, which changes nothing but colours. */
    public static void assertAccessibleEverywhere(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        for (int[] size : List.of(Visit.WIDE, Visit.PHONE)) {
            page.setViewportSize(size[0], size[1]);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat(violations(page, scheme == ColorScheme.LIGHT ? EVERYTHING : CONTRAST))
                        .as("%s, %d wide, %s", page.url(), size[0], scheme)
                        .isEmpty();
            }
        }
    }

    private static List<?> violations(Page page, String rules) {
        return (List<?>) page.evaluate(RUN.formatted(rules));
    }
}
