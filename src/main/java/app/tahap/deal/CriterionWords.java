package app.tahap.deal;

import app.tahap.pipeline.CriterionKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What exit criteria are called, and where they can be met. */
@Component
public class CriterionWords {

    private static final int BRIEF = 2;

    private final Map<CriterionKind, CriterionCheck> checks = new EnumMap<>(CriterionKind.class);
    private final MessageSource messages;

    CriterionWords(List<CriterionCheck> checks, MessageSource messages) {
        checks.forEach(check -> this.checks.put(check.kind(), check));
        this.messages = messages;
    }

    /** Each once, though several stages may ask for it. */
    List<String> of(Collection<ExitCriterion> criteria, Locale locale) {
        return criteria.stream()
                .map(criterion -> of(criterion, locale))
                .distinct()
                .toList();
    }

    /** What is only advised, said briefly: two of them, and how many more there are. */
    List<String> briefly(Collection<ExitCriterion> criteria, Locale locale) {
        List<String> all = of(criteria, locale);
        return all.size() <= BRIEF + 1
                ? all
                : Stream.concat(all.stream().limit(BRIEF), Stream.of("+" + (all.size() - BRIEF)))
                        .toList();
    }

    /** In a sentence, where the workspace's own words stand between quotes. */
    String of(ExitCriterion criterion, Locale locale) {
        return of(Named.of(criterion), locale);
    }

    public String of(Named criterion, Locale locale) {
        String label = label(criterion, locale);
        return criterion.kind() == CriterionKind.CHECKLIST ? "“" + label + "”" : label;
    }

    String label(ExitCriterion criterion, Locale locale) {
        return label(Named.of(criterion), locale);
    }

    private String label(Named criterion, Locale locale) {
        return criterion.text() != null
                ? criterion.text()
                : messages.getMessage("pipeline.criterion." + criterion.kind(), null, locale);
    }

    /** The page on which another module lets it be met; null for what is filled in on the spot. */
    @Nullable String page(ExitCriterion criterion, long dealId) {
        CriterionCheck check = checks.get(criterion.kind());
        return check == null ? null : check.page(dealId);
    }

    /** What a criterion's name depends on. */
    public record Named(
            CriterionKind kind,
            @Nullable Long fieldId,
            @Nullable String text) {

        static Named of(ExitCriterion criterion) {
            return new Named(criterion.kind(), criterion.fieldId(), criterion.text());
        }
    }
}
