package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.web.NotFoundException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whole versions, with their lines. */
@Repository
class ProposalReader {

    private static final String VERSION = """
            select v.*, p.reference, d.id as deal_id, d.title as deal
              from proposal_version v
              join proposal p on p.id = v.proposal_id
              join deal d on d.id = p.deal_id
             where %s
            """;

    private final JdbcClient jdbc;

    ProposalReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version of a proposal that the viewer may see. */
    VersionView load(long proposalId, int number, Viewer viewer) {
        return find("v.proposal_id = :proposal and v.number = :number", proposalId, viewer, Map.of("number", number))
                .orElseThrow(() -> new NotFoundException("version", proposalId + "/" + number));
    }

    /** The draft of a proposal that the viewer may see, where there is one. */
    Optional<VersionView> draft(long proposalId, Viewer viewer) {
        return find("v.proposal_id = :proposal and v.status = 'DRAFT'", proposalId, viewer, Map.of());
    }

    /** A version, whoever asks. */
    VersionView load(long versionId) {
        return jdbc.sql(VERSION.formatted("v.id = :version"))
                .param("version", versionId)
                .query((row, number) -> map(row))
                .single();
    }

    private Optional<VersionView> find(String which, long proposalId, Viewer viewer, Map<String, ?> parameters) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(VERSION.formatted(which + " and d.deleted_at is null and " + visible.where()))
                .params(visible.parameters())
                .params(parameters)
                .param("proposal", proposalId)
                .query((row, number) -> map(row))
                .optional();
    }

    private VersionView map(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new VersionView(
                id,
                row.getLong("proposal_id"),
                row.getString("reference"),
                row.getLong("deal_id"),
                row.getString("deal"),
                row.getInt("number"),
                ProposalStatus.valueOf(row.getString("status")),
                new ProposalHead(
                        row.getString("title"),
                        row.getString("recipient"),
                        row.getString("language"),
                        row.getString("currency"),
                        row.getObject("valid_until", LocalDate.class)),
                new ProposalTexts(
                        row.getString("problem"),
                        row.getString("solution"),
                        row.getString("benefits"),
                        row.getString("investment"),
                        row.getString("terms")),
                new Totals(
                        row.getBigDecimal("gross"),
                        row.getBigDecimal("reduction"),
                        row.getBigDecimal("net"),
                        row.getBigDecimal("tax"),
                        row.getBigDecimal("cost"),
                        row.getBigDecimal("costed_net")),
                lines(id),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "sent_at"),
                row.getInt("version"));
    }

    private List<LineItem> lines(long versionId) {
        return jdbc.sql("select * from proposal_line where version_id = :version order by position")
                .param("version", versionId)
                .query((row, number) -> line(row))
                .list();
    }

    private static LineItem line(ResultSet row) throws SQLException {
        return new LineItem(
                row.getObject("product_id", Long.class),
                row.getString("description"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getBigDecimal("unit_price"),
                row.getObject("unit_cost", BigDecimal.class),
                DiscountKind.valueOf(row.getString("discount_kind")),
                row.getBigDecimal("discount"),
                row.getBigDecimal("tax_rate"),
                row.getBoolean("optional"),
                row.getBigDecimal("gross"),
                row.getBigDecimal("reduction"),
                row.getBigDecimal("net"),
                row.getBigDecimal("tax"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
