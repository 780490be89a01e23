package app.tahap.playbook;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.activity.ActivityKinds;
import app.tahap.field.Field;
import app.tahap.field.FieldType;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Sources;
import app.tahap.web.Choice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be chosen when a playbook is set up; only what is in use. */
@Component
class PlaybookChoices {

    private final Pipelines pipelines;
    private final ActivityKinds kinds;
    private final Owners owners;
    private final Sources sources;
    private final Fields fields;
    private final JdbcClient jdbc;

    PlaybookChoices(
            Pipelines pipelines, ActivityKinds kinds, Owners owners, Sources sources, Fields fields, JdbcClient jdbc) {
        this.pipelines = pipelines;
        this.kinds = kinds;
        this.owners = owners;
        this.sources = sources;
        this.fields = fields;
        this.jdbc = jdbc;
    }

    List<Choice> pipelines() {
        return pipelines.all().stream()
                .map(pipeline -> new Choice(pipeline.id(), pipeline.name()))
                .toList();
    }

    /** All stages; where there are several pipelines, each behind its own. */
    List<Choice> stages() {
        List<PipelineView> all = pipelines.all();
        return all.stream()
                .flatMap(pipeline -> pipeline.stages().stream()
                        .map(stage -> new Choice(
                                stage.id(), all.size() == 1 ? stage.name() : pipeline.name() + ": " + stage.name())))
                .toList();
    }

    List<Choice> kinds() {
        return kinds.choices(null);
    }

    List<Choice> users(Viewer viewer) {
        return owners.choices(viewer);
    }

    List<Choice> teams(Viewer viewer) {
        return owners.teams(viewer);
    }

    List<Choice> sources() {
        return sources.choices(null);
    }

    List<Choice> tags() {
        return jdbc.sql("select id, label from tag where archived_at is null order by position, id")
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }

    /** The fields of deals. */
    List<Field> fields() {
        return fields.inUse(RecordKind.DEAL);
    }

    /** Each choice of a field that has one value of several, told by the ids of field and choice. */
    List<Choice> fieldChoices() {
        return fields().stream()
                .filter(field -> field.type() == FieldType.CHOICE)
                .flatMap(field -> field.choices().stream()
                        .filter(choice -> !choice.archived())
                        .map(choice ->
                                new Choice(field.id() + "-" + choice.id(), field.name() + ": " + choice.label())))
                .toList();
    }

    /** What a condition of a kind can ask for. */
    List<Choice> of(ConditionKind kind, Viewer viewer) {
        return switch (kind) {
            case OWNER -> users(viewer);
            case TEAM -> teams(viewer);
            case SOURCE -> sources();
            case TAG -> tags();
            case FIELD -> fieldChoices();
            case AMOUNT_MIN, AMOUNT_MAX, SCORE_MIN, SCORE_MAX, NO_NEXT_STEP -> List.of();
        };
    }

    static boolean has(List<Choice> choices, Object value) {
        return choices.stream().anyMatch(choice -> choice.value().equals(value.toString()));
    }
}
