package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.OutcomeExtension.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the modules above ask whoever closes a deal. */
@Component
class OutcomeExtensions {

    private final List<OutcomeExtension> extensions;

    OutcomeExtensions(List<OutcomeExtension> extensions) {
        this.extensions = extensions;
    }

    Map<String, String> check(Outcome outcome, Map<String, String> told, Viewer viewer) {
        Map<String, String> wrong = new LinkedHashMap<>();
        extensions.forEach(extension -> wrong.putAll(extension.check(outcome, told, viewer)));
        return wrong;
    }

    List<Shown> show(Outcome outcome, Typed typed, Viewer viewer) {
        return extensions.stream()
                .flatMap(extension -> extension.view(outcome, typed, viewer).stream()
                        .map(view -> new Shown(extension.template(), view)))
                .toList();
    }

    /** A part of the form. */
    record Shown(String template, Object view) {}
}
