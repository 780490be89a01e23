package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    @Test
    void writesListsEmphasisAndLineBreaks() {
        String html = Markdown.toHtml("**Ask** first\nthen\n\n- one\n- _two_", 2);

        assertThat(html)
                .contains("<strong>Ask</strong> first<br />\nthen")
                .contains("<li>one</li>")
                .contains("<li><em>two</em></li>");
    }

    @Test
    void fitsHeadingsIntoThePage() {
        assertThat(Markdown.toHtml("# Top\n\n### Below\n\n# Top again", 3))
                .contains("<h3>Top</h3>", "<h4>Below</h4>", "<h3>Top again</h3>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](https://example.com/pixel.png)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](https://example.com \"\" onmouseover=alert(1))",
                "`<script>alert(1)</script>`"
            })
    void letsNothingRun(String text) {
        assertThat(Markdown.toHtml(text, 2))
                .doesNotContainPattern("<(?!/?(p|br|code|a|strong|em)[ />])")
                .doesNotContainPattern("<[^>]*(javascript|data:|onerror|onmouseover|src=)");
    }

    @Test
    void keepsLinksToWebPages() {
        assertThat(Markdown.toHtml("[Price list](https://example.com/prices)", 2))
                .contains("href=\"https://example.com/prices\"")
                .contains("rel=");
    }

    @Test
    void answersNothingForNothing() {
        assertThat(Markdown.toHtml(null, 2)).isEmpty();
        assertThat(Markdown.toHtml("", 2)).isEmpty();
    }
}
