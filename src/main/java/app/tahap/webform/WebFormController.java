package app.tahap.webform;

import app.tahap.account.Owners;
import app.tahap.account.PublicAddress;
import app.tahap.account.Viewer;
import app.tahap.campaign.Campaigns;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Sources;
import app.tahap.web.Attempt;
import app.tahap.web.Choice;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of forms. */
@Controller
@RequestMapping("/settings/forms")
class WebFormController {

    private final WebForms forms;
    private final WebFormService service;
    private final Pipelines pipelines;
    private final Campaigns campaigns;
    private final Sources sources;
    private final Owners owners;
    private final PublicAddress address;
    private final Notices notices;

    WebFormController(
            WebForms forms,
            WebFormService service,
            Pipelines pipelines,
            Campaigns campaigns,
            Sources sources,
            Owners owners,
            PublicAddress address,
            Notices notices) {
        this.forms = forms;
        this.service = service;
        this.pipelines = pipelines;
        this.campaigns = campaigns;
        this.sources = sources;
        this.owners = owners;
        this.address = address;
        this.notices = notices;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("forms", forms.all());
        return "webform/forms";
    }

    @GetMapping("/new")
    String askForNew(Viewer viewer, Model model) {
        model.addAttribute(
                "form",
                WebFormForm.empty(Pipelines.choose(pipelines.all(), null).id(), viewer.id()));
        return show(null, viewer, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") WebFormForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        check(form, null, errors, viewer);
        Optional<Long> made = Attempt.of(() -> service.create(form), errors, refused -> "name", response);
        if (made.isEmpty()) {
            return show(null, viewer, model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:/settings/forms/" + made.get();
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        WebForm present = forms.load(id);
        model.addAttribute("form", WebFormForm.of(present));
        return show(present, viewer, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") WebFormForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        WebForm present = forms.load(id);
        check(form, present, errors, viewer);
        if (!Attempt.succeeds(() -> service.change(id, form), errors, refused -> "name", response)) {
            return show(forms.load(id), viewer, model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:/settings/forms/" + id;
    }

    private void check(WebFormForm form, @Nullable WebForm present, Errors errors, Viewer viewer) {
        List<PipelineView> inUse = pipelines.all();
        if (form.pipeline() != null
                && inUse.stream().noneMatch(pipeline -> pipeline.id() == form.pipeline())
                && !errors.hasFieldErrors("pipeline")) {
            errors.rejectValue("pipeline", "webform.setup.pipeline.required");
        }
        if (!form.asks(FormField.EMAIL.name()) && !form.asks(FormField.PHONE.name())) {
            errors.rejectValue("fields", "webform.setup.fields.contact");
        }
        List<Choice> people = owners.choices(viewer);
        List<Long> gone = present == null ? List.of() : present.owners();
        boolean strangers = form.owners().stream()
                .anyMatch(id -> id == null
                        || (!gone.contains(id)
                                && people.stream().noneMatch(one -> one.value().equals(id.toString()))));
        if (form.owners().isEmpty() || strangers) {
            errors.rejectValue("formOwners", "deal.form.owner.required");
        }
        requireOffered(form.source(), sources.choices(present == null ? null : present.sourceId()), "source", errors);
        requireOffered(
                form.campaign(), campaigns.choices(present == null ? null : present.campaignId()), "campaign", errors);
        Long ofCampaign = form.campaign() == null ? null : campaigns.sources().get(form.campaign());
        if (ofCampaign != null && form.source() != null && !ofCampaign.equals(form.source())) {
            errors.rejectValue("source", "webform.setup.source.campaign");
        }
    }

    private static void requireOffered(@Nullable Long chosen, List<Choice> choices, String field, Errors errors) {
        if (chosen != null && choices.stream().noneMatch(one -> one.value().equals(chosen.toString()))) {
            errors.rejectValue(field, "web.value.invalid");
        }
    }

    private String show(@Nullable WebForm present, Viewer viewer, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("present", present);
        model.addAttribute(
                "pipelines",
                pipelines.all().stream()
                        .map(pipeline -> new Choice(pipeline.id(), pipeline.name()))
                        .toList());
        model.addAttribute("people", owners.choices(viewer));
        model.addAttribute("allFields", FormField.values());
        model.addAttribute("sources", sources.choices(present == null ? null : present.sourceId()));
        model.addAttribute("campaigns", campaigns.choices(present == null ? null : present.campaignId()));
        if (present != null) {
            model.addAttribute("address", address.of("/forms/" + present.token()));
        }
        return "webform/setup";
    }
}
