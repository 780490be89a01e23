package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldForm;
import app.tahap.field.FieldForms;
import app.tahap.field.FieldValues;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.CriterionKind;
import app.tahap.web.Choice;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * What the short form asks beside its three fields: the administrator's required fields and what earlier stages require,
 * without which there is no deal, and what the stage requires before a deal goes on, which may wait. Nothing where a team
 * requires nothing.
 */
@Component
class QuickQuestions {

    private final Fields definitions;
    private final FieldForms forms;
    private final DealViews views;
    private final JdbcClient jdbc;

    QuickQuestions(Fields definitions, FieldForms forms, DealViews views, JdbcClient jdbc) {
        this.definitions = definitions;
        this.forms = forms;
        this.views = views;
        this.jdbc = jdbc;
    }

    /**
     * The questions of one form.
     *
     * @param kinds what the stage and those before it require
     * @param waiting what of it may wait
     * @param fields the administrator's
     * @param sources to choose from, where one is asked for
     */
    record Asked(Set<CriterionKind> kinds, Set<CriterionKind> waiting, FieldForm fields, List<Choice> sources) {

        public boolean asks(String kind) {
            return kinds.contains(CriterionKind.valueOf(kind));
        }

        public boolean mayWait(String kind) {
            return waiting.contains(CriterionKind.valueOf(kind));
        }

        boolean offersSource(@Nullable Long id) {
            return id == null || DealChoices.offer(sources, id);
        }
    }

    Asked of(long stageId, Viewer viewer) {
        return asked(stageId, null, viewer);
    }

    /** With what was typed into the administrator's fields, and what is wrong with it. */
    Asked read(long stageId, MultiValueMap<String, String> typed, Viewer viewer) {
        return asked(stageId, typed, viewer);
    }

    private Asked asked(long stageId, @Nullable MultiValueMap<String, String> typed, Viewer viewer) {
        Set<CriterionKind> kinds = EnumSet.noneOf(CriterionKind.class);
        Set<CriterionKind> skipped = EnumSet.noneOf(CriterionKind.class);
        Set<Long> required = new HashSet<>();
        jdbc.sql("""
                        select c.kind, coalesce(c.field_id, 0) as field, s.id <> here.id as skipped
                          from stage here
                          join stage s on s.pipeline_id = here.pipeline_id and s.archived_at is null
                           and (s.position, s.id) <= (here.position, here.id)
                          join exit_criterion c on c.stage_id = s.id and c.removed_at is null and c.required
                         where here.id = :stage
                        """).param("stage", stageId).query(row -> {
            CriterionKind kind = CriterionKind.valueOf(row.getString("kind"));
            kinds.add(kind);
            required.add(row.getLong("field"));
            if (row.getBoolean("skipped")) {
                skipped.add(kind);
            }
        });
        Set<CriterionKind> waiting = EnumSet.copyOf(kinds);
        waiting.removeAll(skipped);
        List<Field> fields = definitions.inUse(RecordKind.DEAL).stream()
                .filter(field -> field.required() || required.contains(field.id()))
                .toList();
        return new Asked(
                kinds,
                waiting,
                typed == null
                        ? forms.of(fields, FieldValues.NONE, viewer)
                        : forms.read(fields, typed, FieldValues.NONE, viewer),
                kinds.contains(CriterionKind.SOURCE) ? views.sources(null) : List.of());
    }
}
