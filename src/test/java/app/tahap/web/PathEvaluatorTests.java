package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class PathEvaluatorTests {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Context context = new Context();

    PathEvaluatorTests() {
        engine.setDialect(new WebConfiguration.PathDialect());
        engine.setTemplateResolver(new StringTemplateResolver());
        context.setVariable("card", new Card("Fifty laptops", new Owner("Ani", true)));
    }

    @Test
    void readsRecordsAndBeans() {
        assertThat(shown("${card.title}")).isEqualTo("Fifty laptops");
        assertThat(shown("${card.owner.name}")).isEqualTo("Ani");
        assertThat(shown("${card.owner.manager}")).isEqualTo("true");
    }

    @Test
    void showsNothingForNull() {
        assertThat(shown("${nobody}")).isEmpty();
        assertThat(shown("${card.owner.team}")).isEmpty();
    }

    @Test
    void leavesOtherExpressionsToTheLanguage() {
        assertThat(shown("${true}")).isEqualTo("true");
        assertThat(shown("${card.title.length()}")).isEqualTo("13");
        assertThat(shown("${card.title.empty}")).isEqualTo("false");
        assertThat(shown("${card.owner?.name ?: 'nobody'}")).isEqualTo("Ani");
    }

    @Test
    void readsWhatIsNotOursAsTheLanguageDoes() {
        context.setVariable("map", Map.of("key", "value"));
        context.setVariable("maybe", Optional.of("present"));

        assertThat(shown("${map.key}")).isEqualTo("value");
        assertThat(shown("${maybe.present}")).isEqualTo("true");
    }

    @Test
    void refusesPathsThatLeadNowhere() {
        assertThatThrownBy(() -> shown("${card.price}")).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> shown("${nobody.name}")).isInstanceOf(TemplateProcessingException.class);
    }

    private String shown(String expression) {
        return engine.process("[[" + expression + "]]", context);
    }

    record Card(String title, Owner owner) {}

    public static final class Owner {

        private final String name;
        private final boolean manager;

        Owner(String name, boolean manager) {
            this.name = name;
            this.manager = manager;
        }

        public String getName() {
            return name;
        }

        public boolean isManager() {
            return manager;
        }

        public @Nullable String getTeam() {
            return null;
        }
    }
}
