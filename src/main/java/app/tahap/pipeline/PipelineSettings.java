package app.tahap.pipeline;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.Place;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pipelines for their settings, archived ones too. */
@Repository
class PipelineSettings {

    private final StageOccupancy occupancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    PipelineSettings(StageOccupancy occupancy, JdbcClient jdbc, Clock clock) {
        this.occupancy = occupancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Pipelines in use in their order, or archived ones by name. */
    List<PipelineRow> rows(boolean archived) {
        record Row(long id, String name, String[] stages) {}
        List<Row> rows = jdbc.sql("""
                        select p.id, p.name,
                               array(select s.name from stage s where s.pipeline_id = p.id and s.successor_id is null
                                      order by s.position, s.id) as stages
                          from pipeline p
                         where (p.archived_at is not null) = :archived
                         order by case when p.archived_at is null then p.position end, lower(p.name), p.id
                        """)
                .param("archived", archived)
                .query((row, number) -> new Row(row.getLong("id"), row.getString("name"), (String[])
                        row.getArray("stages").getArray()))
                .list();
        List<Long> ids = rows.stream().map(Row::id).toList();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new PipelineRow(
                        rows.get(i).id(),
                        rows.get(i).name(),
                        List.of(rows.get(i).stages()),
                        Place.of(ids, i)))
                .toList();
    }

    PipelineDetail load(long id, Viewer viewer) {
        record Head(String name, int version, int arrangement, boolean archived, boolean only) {}
        Head head = jdbc.sql("""
                        select p.name, p.version, p.arrangement, p.archived_at is not null as archived,
                               not exists (select 1 from pipeline o where o.archived_at is null and o.id <> p.id) as only
                          from pipeline p where p.id = :id
                        """)
                .param("id", id)
                .query(Head.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("pipeline", id));
        return new PipelineDetail(
                id, head.name(), head.version(), head.arrangement(), head.archived(), head.only(), stages(id, viewer));
    }

    /** The pipeline of a stage in use. */
    PipelineDetail loadByStage(long stageId, Viewer viewer) {
        long pipelineId = jdbc.sql("select pipeline_id from stage where id = :id and archived_at is null")
                .param("id", stageId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("stage", stageId));
        return load(pipelineId, viewer);
    }

    /** A stage that was removed, if this one was. */
    Optional<RemovedStage> removed(long stageId) {
        return jdbc.sql("""
                        select s.name, s.pipeline_id, h.name as heir
                          from stage s join stage h on h.id = s.successor_id where s.id = :id
                        """).param("id", stageId).query(RemovedStage.class).optional();
    }

    /** What is said of a stage in use, ready to be edited. */
    StageForm form(long stageId) {
        return jdbc.sql("""
                        select s.name, s.probability * 100 as probability, s.rotting_days, e.text as english,
                               i.text as indonesian,
                               array(select t.tool from stage_tool t where t.stage_id = s.id) as tools, s.version
                          from stage s
                          left join stage_guidance e on e.stage_id = s.id and e.language = 'en'
                          left join stage_guidance i on i.stage_id = s.id and i.language = 'id'
                         where s.id = :id and s.archived_at is null
                        """)
                .param("id", stageId)
                .query((row, number) -> new StageForm(
                        row.getString("name"),
                        plain(row.getBigDecimal("probability")),
                        row.getString("rotting_days"),
                        row.getString("english"),
                        row.getString("indonesian"),
                        Stream.of((String[]) row.getArray("tools").getArray())
                                .map(StageTool::valueOf)
                                .collect(Collectors.toSet()),
                        row.getInt("version")))
                .optional()
                .orElseThrow(() -> new NotFoundException("stage", stageId));
    }

    /** 35 rather than 35.0000. */
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private List<StageRow> stages(long pipelineId, Viewer viewer) {
        record Row(
                long id,
                String name,
                BigDecimal probability,
                @Nullable Integer rottingDays,
                String[] guided,
                int required,
                int advised) {}
        List<Row> rows = jdbc.sql("""
                        select s.id, s.name, s.probability, s.rotting_days,
                               array(select g.language from stage_guidance g where g.stage_id = s.id order by 1) as guided,
                               (select count(*) from exit_criterion c
                                 where c.stage_id = s.id and c.removed_at is null and c.required) as required,
                               (select count(*) from exit_criterion c
                                 where c.stage_id = s.id and c.removed_at is null and not c.required) as advised
                          from stage s where s.pipeline_id = :pipeline and s.successor_id is null order by s.position, s.id
                        """)
                .param("pipeline", pipelineId)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBigDecimal("probability"),
                        row.getObject("rotting_days", Integer.class),
                        (String[]) row.getArray("guided").getArray(),
                        row.getInt("required"),
                        row.getInt("advised")))
                .list();
        List<Long> ids = rows.stream().map(Row::id).toList();
        Map<Long, StageDeals> deals = occupancy.count(ids, viewer.today(clock));
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    Row row = rows.get(i);
                    return new StageRow(
                            row.id(),
                            row.name(),
                            row.probability(),
                            row.rottingDays(),
                            List.of(row.guided()),
                            row.required(),
                            row.advised(),
                            deals.getOrDefault(row.id(), StageDeals.NONE),
                            Place.of(ids, i));
                })
                .toList();
    }
}
