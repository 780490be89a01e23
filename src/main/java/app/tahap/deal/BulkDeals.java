package app.tahap.deal;

import app.tahap.account.Viewer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which deals somebody chose on the list, as far as the viewer may see them. */
@Repository
class BulkDeals {

    private static final String DEALS = """
            select d.id, d.version, d.title, o.name as organization
              from deal d
              left join stage s on s.id = d.stage_id
              left join stage_pace p on p.stage_id = d.stage_id
              left join organization o on o.id = d.organization_id
              left join rates_on(:today) r on r.currency = d.currency
             where %s
             order by d.created_at desc, d.id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkDeals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A deal that was chosen. */
    record Row(long id, int version, String title, @Nullable String organization) {}

    /** All that match, but no more than one above what can be changed at once. */
    List<Row> matching(DealCriteria criteria, Viewer viewer) {
        return read(DealSql.of(criteria, viewer, viewer.today(clock)), "true", List.of(), viewer);
    }

    /** Those of the given that are there. */
    List<Row> chosen(Collection<Long> ids, Viewer viewer) {
        return read(DealSql.of(DealCriteria.NONE, viewer, viewer.today(clock)), "d.id = any(:ids)", ids, viewer);
    }

    private List<Row> read(DealSql filter, String more, Collection<Long> ids, Viewer viewer) {
        return jdbc.sql(DEALS.formatted(filter.where() + " and " + more))
                .params(filter.parameters())
                .param("ids", ids.toArray(Long[]::new))
                .param("today", viewer.today(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", BulkSelection.MOST + 1)
                .query(Row.class)
                .list();
    }

    /** The titles of deals that were refused, as far as the viewer may see them. */
    String title(long id, Viewer viewer) {
        return chosen(List.of(id), viewer).stream().map(Row::title).findFirst().orElse("");
    }
}
