package app.tahap.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.FragmentExpression.ExecutedFragmentExpression;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.processor.StandardIfTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.FastStringWriter;

/**
 * {@code tahap:keep="~{template :: fragment(name=${value})}"} puts a fragment in the element's place, as
 * {@code th:replace} does, and keeps its text for the next time it is asked for with equal parameters in the same
 * language. For fragments that show nothing but their named parameters, which must be records or other values.
 */
final class KeptFragments extends AbstractProcessorDialect {

    private static final String NAME = "tahap";
    private static final int AFTER_CONDITIONS = StandardIfTagProcessor.PRECEDENCE + 1;
    private static final int CHARACTERS = 8_000_000;

    private final Cache<Key, String> texts = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((Key key, String text) -> text.length())
            .build();

    private final boolean keeping;

    /** @param keeping false while templates are being worked on, as Thymeleaf's own cache */
    KeptFragments(boolean keeping) {
        super(NAME, NAME, StandardDialect.PROCESSOR_PRECEDENCE);
        this.keeping = keeping;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Keep(prefix));
    }

    /** What the text of a fragment depends on. */
    private record Key(
            String template,
            @Nullable String fragment,
            Map<String, @Nullable Object> parameters,
            Locale locale,
            String root) {}

    private final class Keep extends AbstractAttributeTagProcessor {

        Keep(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "keep", true, AFTER_CONDITIONS, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler element) {
            Key key = key(context, value);
            String text = keeping ? texts.getIfPresent(key) : null;
            if (text == null) {
                text = write(key, context);
                texts.put(key, text);
            }
            element.replaceWith(text, false);
        }

        private Key key(ITemplateContext context, String value) {
            IEngineConfiguration engine = context.getConfiguration();
            IStandardExpression expression =
                    StandardExpressions.getExpressionParser(engine).parseExpression(context, value);
            if (!(expression instanceof FragmentExpression fragment) || fragment.hasSyntheticParameters()) {
                throw new IllegalArgumentException("Not a fragment with named parameters: " + value);
            }
            ExecutedFragmentExpression asked = FragmentExpression.createExecutedFragmentExpression(context, fragment);
            Object selector = asked.getFragmentSelectorExpressionResult();
            return new Key(
                    FragmentExpression.resolveTemplateName(asked),
                    selector == null ? null : selector.toString(),
                    Collections.unmodifiableMap(asked.getFragmentParameters()),
                    context.getLocale(),
                    context instanceof IWebContext web
                            ? web.getExchange().getRequest().getApplicationPath()
                            : "");
        }

        private String write(Key key, ITemplateContext context) {
            IEngineContext inside = (IEngineContext) context;
            FastStringWriter text = new FastStringWriter(2_000);
            inside.increaseLevel();
            inside.setVariables(key.parameters());
            try {
                Set<String> selectors = key.fragment() == null ? null : Set.of(key.fragment());
                TemplateSpec fragment = new TemplateSpec(key.template(), selectors, (TemplateMode) null, null);
                context.getConfiguration().getTemplateManager().parseAndProcess(fragment, context, text);
            } finally {
                inside.decreaseLevel();
            }
            return text.toString();
        }
    }
}
