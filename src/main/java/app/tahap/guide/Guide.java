package app.tahap.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The topics of the guide in their order, each a file {@code <number>-<name>.md} in the folder of a language. Links to other
 * files lead to their pages, and pictures are served as all others are.
 */
@Component
class Guide {

    private static final String ENGLISH = "en";
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private final ResourceUrlProvider files;
    private final Map<String, List<Topic>> topics = new ConcurrentHashMap<>();

    Guide(ResourceUrlProvider files) {
        this.files = files;
    }

    /** All topics in a language, or in English where nobody wrote them in that one. */
    List<Topic> topics(Locale locale) {
        List<Topic> own = topics.computeIfAbsent(locale.getLanguage(), this::read);
        return own.isEmpty() ? topics.computeIfAbsent(ENGLISH, this::read) : own;
    }

    private List<Topic> read(String language) {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:guide/" + language + "/*.md");
            return Stream.of(found)
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .map(this::read)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Topic read(Resource file) {
        try {
            Node document = PARSER.parse(file.getContentAsString(StandardCharsets.UTF_8));
            document.accept(new Addresses());
            Heading heading = (Heading) Objects.requireNonNull(document.getFirstChild());
            String title = TEXT.render(heading).strip();
            heading.unlink();
            return new Topic(name(Objects.requireNonNull(file.getFilename())), title, HTML.render(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(String file) {
        return file.replaceFirst("^\\d+-", "").replaceFirst("\\.md.*$", "");
    }

    /** Turns the addresses of files, which a reader of the repository can follow, into those of pages. */
    private class Addresses extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            String path = image.getDestination().replaceFirst("^\\.\\./images/", "/img/guide/");
            String served = files.getForLookupPath(path);
            if (served == null) {
                throw new IllegalStateException("The guide shows a picture that is not there: " + path);
            }
            image.setDestination(served);
        }

        @Override
        public void visit(Link link) {
            String destination = link.getDestination();
            if (destination.contains(".md")) {
                int hash = destination.indexOf('#');
                link.setDestination("/help/" + name(hash < 0 ? destination : destination.substring(0, hash))
                        + (hash < 0 ? "" : destination.substring(hash)));
            }
            visitChildren(link);
        }
    }
}
