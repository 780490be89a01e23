package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedRecords;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes proposals that came by file as drafts. No deal follows them, and nobody is told. */
@Repository
class ProposalImport {

    /** Used are those of which the history of their deal tells something: that they were revised, sent or to be approved. */
    static final ImportedRecords IMPORTED = new ImportedRecords("proposal", "true", """
            not exists (select from proposal_version v
                         where v.proposal_id = r.id and (v.status <> 'DRAFT' or v.number > 1 or v.version > 0))
             and not exists (select from deal_journal j
                              where j.deal_id = r.deal_id
                                and j.link in ('/proposals/' || r.id, '/proposals/' || r.id || '/approval'))""", """
            with leaving as materialized (select r.id, r.deal_id from proposal r where %s),
                 line as (delete from proposal_line l using proposal_version v, leaving p
                           where v.id = l.version_id and v.proposal_id = p.id),
                 version as (delete from proposal_version v using leaving p where v.proposal_id = p.id)
            delete from proposal r using leaving p where r.id = p.id returning p.deal_id
            """);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    ProposalImport(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** What the proposals of deals are called, here and where they come from. */
    Set<String> present(Long[] dealIds) {
        Set<String> names = new HashSet<>();
        jdbc.sql("""
                        select deal_id, reference from proposal where deal_id = any(:deals)
                        union all
                        select deal_id, external_reference from proposal
                         where deal_id = any(:deals) and external_reference is not null
                        """).param("deals", dealIds).query(row -> {
            names.add(ToldProposal.name(row.getLong(1), Objects.requireNonNull(row.getString(2))));
        });
        return names;
    }

    void write(List<ToldProposal> told, Viewer importer, long importId) {
        List<String> references = references(told.size(), importer);
        Timestamp now = Timestamp.from(clock.instant());
        template.batchUpdate("""
                insert into proposal (deal_id, reference, external_reference, created_at, created_by, import_id)
                values (?, ?, ?, ?, ?, ?)
                """, numbered(told, (one, place) -> new @Nullable Object[] {
            one.dealId(), references.get(place), one.reference(), now, importer.id(), importId
        }));
        template.batchUpdate("""
                insert into proposal_version
                    (proposal_id, number, status, title, recipient, language, problem, solution, benefits, investment, terms,
                     currency, valid_until, rounding, gross, reduction, net, tax, cost, costed_net, created_at, created_by,
                     changed_at)
                select p.id, 1, 'DRAFT', ?, coalesce(?, nullif(concat_ws(E'\\n', o.name, c.name), '')), coalesce(?, w.language),
                       ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, p.created_at, p.created_by, p.created_at
                  from proposal p join deal d on d.id = p.deal_id cross join workspace w
                  left join organization o on o.id = d.organization_id left join person c on c.id = d.person_id
                 where p.reference = ?
                """, numbered(told, (one, place) -> version(one, references.get(place))));
        writeLines(told, references);
    }

    private static @Nullable Object[] version(ToldProposal one, String reference) {
        Totals totals = one.totals();
        return new @Nullable Object[] {
            one.title(),
            one.recipient(),
            one.language(),
            one.texts().problem(),
            one.texts().solution(),
            one.texts().benefits(),
            one.texts().investment(),
            one.texts().terms(),
            one.currency().getCurrencyCode(),
            one.validUntil() == null ? null : Date.valueOf(one.validUntil()),
            one.rounding().name(),
            totals.gross(),
            totals.reduction(),
            totals.net(),
            totals.tax(),
            totals.cost(),
            totals.costedNet(),
            reference
        };
    }

    private void writeLines(List<ToldProposal> told, List<String> references) {
        Map<String, Long> versions = new HashMap<>();
        jdbc.sql("""
                        select p.reference, v.id from proposal_version v join proposal p on p.id = v.proposal_id
                         where p.reference = any(:references)
                        """).param("references", references.toArray(String[]::new)).query(row -> {
            versions.put(row.getString(1), row.getLong(2));
        });
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            long version = Objects.requireNonNull(versions.get(references.get(i)));
            List<LineItem> items = told.get(i).lines();
            lines.addAll(numbered(items, (line, position) -> line(version, position, line)));
        }
        template.batchUpdate("""
                insert into proposal_line
                    (version_id, position, product_id, description, quantity, unit, unit_price, unit_cost, discount_kind,
                     discount, tax_rate, optional, gross, reduction, net, tax)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines);
    }

    private static @Nullable Object[] line(long version, int position, LineItem line) {
        return new @Nullable Object[] {
            version,
            position,
            line.productId(),
            line.description(),
            line.quantity(),
            line.unit(),
            line.unitPrice(),
            line.unitCost(),
            line.discountKind().name(),
            line.discount(),
            line.taxRate(),
            line.optional(),
            line.gross(),
            line.reduction(),
            line.net(),
            line.tax()
        };
    }

    private interface Numbered<T> {

        @Nullable Object[] parameters(T one, int place);
    }

    private static <T> List<@Nullable Object[]> numbered(List<T> all, Numbered<T> statement) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        for (T one : all) {
            parameters.add(statement.parameters(one, parameters.size()));
        }
        return parameters;
    }

    /** References of this workspace, one for each. */
    private List<String> references(int count, Viewer importer) {
        int year = importer.today(clock).getYear();
        return jdbc
                .sql("select nextval('proposal_reference') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list()
                .stream()
                .map(number -> "%d-%04d".formatted(year, number))
                .toList();
    }
}
