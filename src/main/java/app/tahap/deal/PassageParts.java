package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel.PanelDeal;
import app.tahap.deal.PassageView.Asked;
import app.tahap.deal.PassageView.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the modules above let be filled in where a deal lacks it on its way. */
@Component
class PassageParts {

    private final List<PassagePart> parts;

    PassageParts(List<PassagePart> parts) {
        this.parts = parts;
    }

    List<Part> show(Collection<Asked> asked, DealView deal, PassageForm form, Viewer viewer) {
        return asked.stream()
                .flatMap(one -> parts.stream()
                        .filter(part -> part.kind() == one.kind())
                        .flatMap(part -> part.view(PanelDeal.of(deal), told(one, form), viewer).stream()
                                .map(view -> new Part(one, part.template(), view))))
                .toList();
    }

    private static PassagePart.Told told(Asked asked, PassageForm form) {
        return new PassagePart.Told(form.told(), asked.required() && form.isAsked() && !form.isExcepted());
    }

    void hold(Map<String, String> values) {
        if (!values.isEmpty()) {
            parts.forEach(part -> part.hold(values));
        }
    }

    void fill(Deal deal, Map<String, String> values, Viewer viewer) {
        if (!values.isEmpty()) {
            parts.forEach(part -> part.fill(deal, values, viewer));
        }
    }
}
