package app.tahap.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Text that people wrote in Markdown (CommonMark), as HTML in which nothing can run: HTML of their own is shown as they typed
 * it, images are left out, and links lead to web pages, addresses and telephones only.
 */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").build();

    /** The renderer writes nothing else; that nothing else gets through does not depend on it. */
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "strong",
                    "em",
                    "code",
                    "pre",
                    "blockquote",
                    "hr",
                    "a")
            .allowAttributes("start")
            .matching(value -> value.matches("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private static final int LAST_LEVEL = 6;

    private Markdown() {}

    /**
     * The text as HTML, safe to be put into a page as it is; empty for null.
     *
     * @param topLevel the level, 1 to 6, of the text's highest headings on the page
     */
    public static String toHtml(@Nullable String text, int topLevel) {
        if (text == null) {
            return "";
        }
        Node document = PARSER.parse(text);
        Headings headings = new Headings();
        document.accept(headings);
        headings.begin(topLevel);
        return POLICY.sanitize(RENDERER.render(document));
    }

    /** Headings that fit into a page's own, none of which may be skipped. */
    private static class Headings extends AbstractVisitor {

        private final List<Heading> found = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            found.add(heading);
        }

        void begin(int topLevel) {
            Set<Integer> levels = new TreeSet<>();
            found.forEach(heading -> levels.add(heading.getLevel()));
            List<Integer> order = List.copyOf(levels);
            found.forEach(
                    heading -> heading.setLevel(Math.min(LAST_LEVEL, topLevel + order.indexOf(heading.getLevel()))));
        }
    }
}
