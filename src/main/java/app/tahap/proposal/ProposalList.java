package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the proposals of all deals that a viewer may see. */
@Repository
class ProposalList {

    private static final String FROM = """
              from proposal_version v
              join proposal p on p.id = v.proposal_id
              join deal d on d.id = p.deal_id
              join users u on u.id = d.owner_id
             where d.deleted_at is null and %s
            """;

    private static final String COLUMNS = """
            select v.proposal_id, p.reference, v.number, v.status,
                   v.status = 'SENT' and coalesce(v.valid_until < :today, false) as over, v.title, d.id as deal_id,
                   d.title as deal, u.name as owner, v.currency, v.gross, v.reduction, v.net, v.tax, v.valid_until, v.sent_at,
                   v.ended_at,
                   coalesce((select sum(l.reads)::int from proposal_link l where l.version_id = v.id), 0) as reads
            """;

    private static final String LATEST =
            " and v.number = (select max(o.number) from proposal_version o where o.proposal_id = v.proposal_id)";

    private static final String STATUS = " and (cast(:status as text) is null or v.status = :status)";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many proposals' latest versions stand at a status; null for any. */
    long count(@Nullable ProposalStatus status, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("select count(*)" + FROM.formatted(visible.where()) + LATEST + STATUS)
                .params(visible.parameters())
                .param("status", status == null ? null : status.name())
                .query(Long.class)
                .single();
    }

    List<ProposalListRow> rows(@Nullable ProposalStatus status, long offset, int limit, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(COLUMNS + FROM.formatted(visible.where()) + LATEST + STATUS
                        + " order by v.changed_at desc, v.id desc offset :offset limit :limit")
                .params(visible.parameters())
                .param("today", viewer.today(clock))
                .param("status", status == null ? null : status.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(ProposalListRow.class)
                .list();
    }

    /** Hands over all versions, one at a time. */
    @Transactional(readOnly = true)
    public void forEachVersion(Viewer viewer, Consumer<ProposalListRow> consumer) {
        DealSql visible = DealSql.visibleTo(viewer);
        try (var rows = jdbc
                .sql(COLUMNS + FROM.formatted(visible.where()) + " order by p.id, v.number")
                .params(visible.parameters())
                .param("today", viewer.today(clock))
                .query(ProposalListRow.class)
                .stream()) {
            rows.forEach(consumer);
        }
    }

    /** A line of a version, in a file. What belongs to the whole version stands in its first line alone. */
    record Line(
            String reference,
            int number,
            String status,
            long dealId,
            String deal,
            String title,
            @Nullable LocalDate validUntil,
            int position,
            @Nullable String code,
            String description,
            BigDecimal quantity,
            @Nullable String unit,
            BigDecimal unitPrice,
            @Nullable BigDecimal percent,
            BigDecimal gross,
            BigDecimal reduction,
            BigDecimal net,
            BigDecimal taxRate,
            BigDecimal tax,
            String currency,
            boolean optional,
            @Nullable String recipient,
            @Nullable String language,
            @Nullable String problem,
            @Nullable String solution,
            @Nullable String benefits,
            @Nullable String investment,
            @Nullable String terms) {}

    /** Hands over the lines of all versions, one at a time. */
    @Transactional(readOnly = true)
    public void forEachLine(Viewer viewer, Consumer<Line> consumer) {
        DealSql visible = DealSql.visibleTo(viewer);
        try (var rows =
                jdbc.sql("""
                        select p.reference, v.number, v.status, d.id as deal_id, d.title as deal, v.title, v.valid_until,
                               l.position + 1 as position, o.code, l.description, l.quantity, l.unit, l.unit_price,
                               case when l.discount_kind = 'PERCENT' and l.discount <> 0 then l.discount end as percent, l.gross, l.reduction, l.net, l.tax_rate, l.tax, v.currency, l.optional,
                               w.recipient, w.language, w.problem, w.solution, w.benefits, w.investment, w.terms
                          from proposal_line l
                          join proposal_version v on v.id = l.version_id
                          left join proposal_version w on w.id = v.id and l.position = 0
                          join proposal p on p.id = v.proposal_id
                          join deal d on d.id = p.deal_id
                          left join product o on o.id = l.product_id
                         where d.deleted_at is null and %s
                         order by p.id, v.number, l.position
                        """.formatted(visible.where())).params(visible.parameters()).query(Line.class).stream()) {
            rows.forEach(consumer);
        }
    }
}
