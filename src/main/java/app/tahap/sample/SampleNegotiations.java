package app.tahap.sample;

import app.tahap.negotiation.NegotiationExamples;
import app.tahap.negotiation.NegotiationExamples.Example;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the sample company negotiates: discounts that need approval, and terms with deadlines. */
@Component
class SampleNegotiations {

    /** Days from today until the deadlines; what is agreed already has none. */
    private static final List<Integer> DAYS = Arrays.asList(-2, 3, null, 6, 1, 14);

    private final NegotiationExamples examples;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    SampleNegotiations(NegotiationExamples examples, MessageSource messages, JdbcClient jdbc) {
        this.examples = examples;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void negotiate(SampleDataCreated created) {
        Locale language = Locale.forLanguageTag(
                jdbc.sql("select language from workspace").query(String.class).single());
        examples.requestApprovals(
                messages.getMessage("sample.approval.reason", null, language),
                messages.getMessage("sample.approval.decision", null, language));
        examples.negotiate(IntStream.range(0, DAYS.size())
                .mapToObj(i -> {
                    String[] words = messages.getMessage("sample.terms." + (i % 3 + 1), null, language)
                            .split("\\|");
                    return new Example(words[0], words[1], words[2], DAYS.get(i));
                })
                .toList());
    }
}
