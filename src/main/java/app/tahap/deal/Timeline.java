package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.money.Money;
import app.tahap.notification.Argument;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.Formatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The history of a deal, newest first: every event, undone ones too, the notes, and the journal. Six queries at the most. */
@Repository
class Timeline {

    static final int PAGE = 50;

    /** A deal tells the notes and the journal of those merged into it, too; their events stay their own. */
    private static final String WITH_MERGED = "select :deal union all select id from deal where merged_into_id = :deal";

    private final JdbcClient jdbc;
    private final ChangeWords words;
    private final CriterionWords criterionWords;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Formatter<Money> money;
    private final Clock clock;

    Timeline(
            JdbcClient jdbc,
            ChangeWords words,
            CriterionWords criterionWords,
            JsonMapper json,
            MessageSource messages,
            Formatter<Money> money,
            Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.criterionWords = criterionWords;
        this.json = json;
        this.messages = messages;
        this.money = money;
        this.clock = clock;
    }

    int count(long dealId) {
        return jdbc.sql("""
                        select (select count(*) from deal_event where deal_id = :deal)
                             + (select count(*) from deal_note where deal_id in (%1$s) and deleted_at is null)
                             + (select count(*) from deal_journal where deal_id in (%1$s))
                        """.formatted(WITH_MERGED))
                .param("deal", dealId)
                .query(Integer.class)
                .single();
    }

    List<TimelineItem> load(long dealId, long offset, Viewer viewer) {
        return load(dealId, null, offset, viewer);
    }

    /** @param since leaves out what happened before; null for nothing */
    List<TimelineItem> load(long dealId, @Nullable Instant since, long offset, Viewer viewer) {
        List<TimelineItem> items = jdbc.sql("""
                        with event as (
                            select e.*, lag(e.stage_id) over (order by e.id) as stage_before,
                                   e.pipeline_id <> lag(e.pipeline_id) over (order by e.id) as other_pipeline,
                                   lead(e.imported) over (order by e.id) is true as more_imported,
                                   case when e.kind = 'UNDONE' and e.outcome <> 'OPEN'
                                        then (select c.stage_known from deal_event c
                                               where c.deal_id = e.deal_id and c.kind = e.outcome and c.id < e.id
                                               order by c.id desc limit 1)
                                        else e.stage_known end as told,
                                   exists (select from deal_event x where x.undoes_id = e.id) as undone
                              from deal_event e
                             where e.deal_id = :deal)
                        select * from (
                            select e.id, e.kind, e.occurred_at as at, u.name as actor,
                                   case when e.other_pipeline then pl.name || ': ' || s.name else s.name end as stage,
                                   b.name as stage_before, e.told as stage_known, d.created_known,
                                   e.more_imported, e.recorded_at,
                                   case when e.kind in ('WON', 'LOST', 'DISQUALIFIED')
                                        then concat_ws(': ', re.label, nullif(e.reason_note, '')) end as detail,
                                   e.parked_until, e.imported, e.undone,
                                   e.id = max(case when e.kind <> 'UNDONE' and not e.undone then e.id end) over () as latest,
                                   false as own, false as edited, e.changes::text as changes,
                                   null as message, null as arguments, null as link,
                                   null::text[] as mentions,
                                   x.reason as exception,
                                   (select jsonb_agg(jsonb_build_object('kind', c.kind, 'fieldId', c.field_id, 'text',
                                                                         coalesce(c.text, (select f.name from custom_field f where f.id = c.field_id)))
                                                     order by array_position(x.criteria, c.id))
                                      from exit_criterion c where c.id = any(x.criteria))::text as excepted
                              from event e
                              join deal d on d.id = e.deal_id
                              join stage s on s.id = e.stage_id
                              join pipeline pl on pl.id = e.pipeline_id
                              left join stage b on b.id = e.stage_before
                              left join users u on u.id = e.actor_id
                              left join outcome_reason re on re.id = e.reason_id
                              left join criterion_exception x on x.event_id = e.id
                            union all
                            select n.id, 'NOTE', n.created_at, u.name, null, null, true, true, false, n.created_at, n.text, null, false, false, false,
                                   n.author_id = :viewer and n.deal_id = :deal, n.edited_at is not null, null, null, null, null,
                                   (select array_agg(m.name) from deal_note_mention m where m.note_id = n.id), null, null
                              from deal_note n join users u on u.id = n.author_id
                             where n.deal_id in (%1$s) and n.deleted_at is null
                            union all
                            select j.id, 'JOURNAL', j.occurred_at, u.name, null, null, true, true, false, j.occurred_at, j.detail, null, false, false, false,
                                   false, false, null, j.message, j.arguments::text, j.link, null, null, null
                              from deal_journal j left join users u on u.id = j.actor_id
                             where j.deal_id in (%1$s)) item
                         where cast(:since as timestamptz) is null or at >= cast(:since as timestamptz)
                         order by at desc, array_position(array['NOTE', 'JOURNAL'], kind), id desc offset :offset limit :limit
                        """.formatted(WITH_MERGED))
                .param("deal", dealId)
                .param("viewer", viewer.id())
                .param("since", since == null ? null : Timestamp.from(since))
                .param("offset", offset)
                .param("limit", PAGE)
                .query((row, number) -> map(row, viewer))
                .list();
        UnaryOperator<FieldChange> inWords =
                words.of(items.stream().flatMap(item -> item.changes().stream()).toList(), viewer.locale());
        return items.stream()
                .map(item ->
                        item.withChanges(item.changes().stream().map(inWords).toList()))
                .toList();
    }

    private TimelineItem map(ResultSet row, Viewer viewer) throws SQLException {
        String kind = row.getString("kind");
        Instant at = row.getTimestamp("at").toInstant();
        boolean today = viewer.dateOf(at).equals(viewer.today(clock));
        @Nullable String actor = row.getString("actor");
        boolean undoable =
                row.getBoolean("latest") && today && EventKind.valueOf(kind).isUndoable();
        @Nullable String changes = row.getString("changes");
        return new TimelineItem(
                row.getLong("id"),
                kind,
                at,
                actor,
                row.getString("stage"),
                row.getString("stage_before"),
                row.getBoolean("stage_known"),
                row.getBoolean("created_known"),
                row.getBoolean("more_imported"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("detail"),
                row.getObject("parked_until", LocalDate.class),
                row.getBoolean("imported"),
                row.getBoolean("undone"),
                undoable,
                row.getBoolean("own"),
                row.getBoolean("edited"),
                changes == null ? List.of() : List.of(json.readValue(changes, FieldChange[].class)),
                said(row.getString("message"), row.getString("arguments"), actor, viewer),
                row.getString("link"),
                mentions(row),
                row.getString("exception"),
                excepted(row.getString("excepted"), viewer));
    }

    private static List<String> mentions(ResultSet row) throws SQLException {
        Array names = row.getArray("mentions");
        return names == null ? List.of() : List.of((String[]) names.getArray());
    }

    /** What was missing when a manager let the deal go on nevertheless. */
    private List<String> excepted(@Nullable String criteria, Viewer viewer) {
        return criteria == null
                ? List.of()
                : Stream.of(json.readValue(criteria, CriterionWords.Named[].class))
                        .map(named -> criterionWords.of(named, viewer.locale()))
                        .toList();
    }

    /** What an entry of the journal says, in the viewer's language. */
    private @Nullable String said(
            @Nullable String message, @Nullable String arguments, @Nullable String actor, Viewer viewer) {
        if (message == null || arguments == null) {
            return null;
        }
        Stream<String> told = Stream.of(json.readValue(arguments, Argument[].class))
                .map(argument -> argument.inWords(viewer.locale(), viewer.zone(), messages, money));
        Object[] words =
                Stream.concat(Stream.of(actor == null ? "Tahap" : actor), told).toArray();
        return messages.getMessage(message, words, viewer.locale());
    }
}
