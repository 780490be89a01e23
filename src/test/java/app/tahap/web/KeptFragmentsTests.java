package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class KeptFragmentsTests {

    private static final String CARDS = """
            <p th:each="deal : ${deals}" tahap:keep="~{card :: card(deal=${deal})}"></p>""";

    private final SpringTemplateEngine engine = engine(true);
    private final Context context = new Context(Locale.ENGLISH);

    @Test
    void showsWhatReplacingWouldShow() {
        deals("A <b>", "B");
        String replaced = shown(engine, """
                <th:block th:each="deal : ${deals}"><p th:replace="~{card :: card(${deal})}"></p></th:block>""");

        deals("A <b>", "B");
        assertThat(shown(engine, CARDS)).isEqualTo(replaced).contains("A &lt;b&gt; 1", "B 2");
    }

    @Test
    void writesWhatItWasAskedForBeforeOnlyOnce() {
        deals("A", "B", "A");
        String first = shown(engine, CARDS);

        assertThat(first).contains("A 1", "B 2").doesNotContain("3");
        assertThat(shown(engine, CARDS)).isEqualTo(first);
    }

    @Test
    void writesAnewForOtherValues() {
        deals("A");
        shown(engine, CARDS);
        context.setVariable("deals", List.of(new Deal("A changed")));

        assertThat(shown(engine, CARDS)).contains("A changed 2");
    }

    @Test
    void keepsLanguagesApart() {
        deals("A");
        shown(engine, CARDS);
        context.setLocale(Locale.forLanguageTag("id"));

        assertThat(shown(engine, CARDS)).contains("lang=\"id\"", "A 2");
    }

    @Test
    void leavesNoParameterBehind() {
        deals("A");

        assertThat(shown(
                        engine, "<i tahap:keep=\"~{card :: card(deal=${deals[0]})}\"></i><u th:text=\"${deal}\">x</u>"))
                .endsWith("<u></u>");
    }

    @Test
    void keepsNothingWhileTemplatesAreWorkedOn() {
        deals("A", "A");

        assertThat(shown(engine(false), CARDS)).contains("A 1", "A 2");
    }

    @Test
    void refusesParametersWithoutNames() {
        deals("A");

        assertThatThrownBy(() -> shown(engine, "<i tahap:keep=\"~{card :: card(${deals[0]})}\"></i>"))
                .isInstanceOf(TemplateEngineException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private void deals(String... titles) {
        context.setVariable("written", new AtomicInteger());
        context.setVariable("deals", List.of(titles).stream().map(Deal::new).toList());
    }

    private String shown(SpringTemplateEngine by, String template) {
        return by.process(template, context);
    }

    private static SpringTemplateEngine engine(boolean keeping) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("kept/");
        files.setSuffix(".html");
        files.setCheckExistence(true);
        files.setOrder(1);
        StringTemplateResolver texts = new StringTemplateResolver();
        texts.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setDialect(new WebConfiguration.PathDialect());
        engine.addDialect(new KeptFragments(keeping));
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(texts);
        return engine;
    }

    record Deal(String title) {}
}
