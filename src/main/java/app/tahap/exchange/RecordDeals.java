package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.deal.FileDeal;
import app.tahap.deal.RecordColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the deals to which rows belong, among those that the importer may see: by the id that a deal has here or had in the
 * file from which it was imported, otherwise by title, and by organisation where one is told.
 */
@Repository
class RecordDeals {

    private final JdbcClient jdbc;

    RecordDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(
            long id,
            @Nullable String external,
            String title,
            @Nullable String organization,
            long pipelineId,
            long stageId,
            long ownerId) {

        boolean isCalled(String text) {
            return plain(title).equals(plain(text));
        }

        boolean isOf(String text) {
            return text.isEmpty() || organization != null && plain(organization).equals(plain(text));
        }

        String plainTitle() {
            return plain(title);
        }

        FileDeal deal() {
            return new FileDeal(id, title, pipelineId, stageId, ownerId);
        }
    }

    /** Says of each row to which deal it belongs, or why that cannot be told. */
    void find(List<FileRow> rows, Viewer importer) {
        List<Found> all = read(rows, importer);
        Map<String, List<Found>> byId = all.stream().collect(Collectors.groupingBy(deal -> Long.toString(deal.id())));
        Map<String, List<Found>> byExternal =
                all.stream().filter(deal -> deal.external() != null).collect(Collectors.groupingBy(Found::external));
        Map<String, List<Found>> byTitle = all.stream().collect(Collectors.groupingBy(Found::plainTitle));
        for (FileRow row : rows) {
            String id = row.text(RecordColumn.DEAL_ID);
            List<Found> told = Stream.of(byId, byExternal)
                    .flatMap(deals -> deals.getOrDefault(id, List.of()).stream())
                    .distinct()
                    .toList();
            if (told.isEmpty()) {
                byTitle(row, id, title -> byTitle.getOrDefault(title, List.of()));
            } else {
                byId(row, id, told);
            }
        }
    }

    /** An id may be that of another deal here than where the file comes from: where a title is told it must be the deal's. */
    private static void byId(FileRow row, String id, List<Found> told) {
        String title = row.text(RecordColumn.DEAL);
        List<Found> called = told.stream()
                .filter(deal -> title.isEmpty() || deal.isCalled(title))
                .toList();
        if (called.isEmpty()) {
            row.refuse(Problem.of("record.deal.other", id, told.get(0).title(), title));
        } else {
            row.belongTo(called.get(0).deal());
        }
    }

    private static void byTitle(FileRow row, String id, Function<String, Collection<Found>> called) {
        String title = row.text(RecordColumn.DEAL);
        if (title.isEmpty()) {
            row.refuse(id.isEmpty() ? Problem.of("record.deal.missing") : Problem.of("record.deal.unknown-id", id));
            return;
        }
        String organization = row.text(RecordColumn.ORGANIZATION);
        List<Found> found = called.apply(plain(title)).stream()
                .filter(deal -> deal.isOf(organization))
                .toList();
        if (found.isEmpty()) {
            row.refuse(
                    organization.isEmpty()
                            ? Problem.of("record.deal.unknown", title)
                            : Problem.of("record.deal.unknown-at", title, organization));
        } else if (found.size() > 1) {
            row.refuse(Problem.of("record.deal.several", found.size(), title));
        } else {
            row.belongTo(found.get(0).deal());
        }
    }

    /** The ids that a file's system gave stand behind the name of the system, where one was told. */
    private List<Found> read(List<FileRow> rows, Viewer importer) {
        Set<String> ids = texts(rows, RecordColumn.DEAL_ID);
        Set<String> titles = new HashSet<>();
        texts(rows, RecordColumn.DEAL).forEach(title -> titles.add(plain(title)));
        List<Long> numbers = new ArrayList<>();
        ids.stream().filter(id -> id.matches("\\d{1,18}")).forEach(id -> numbers.add(Long.valueOf(id)));
        DealSql visible = DealSql.visibleTo(importer);
        return jdbc.sql("""
                        select d.id, case when d.external_id = any(:ids) then d.external_id
                                          else substring(d.external_id from '^[^:]{1,50}:(.*)$') end as external,
                               d.title, o.name as organization, d.pipeline_id, d.stage_id, d.owner_id
                          from deal d left join organization o on o.id = d.organization_id
                         where d.deleted_at is null and %s
                           and (d.id = any(:numbers) or lower(trim(d.title)) = any(:titles) or d.external_id = any(:ids)
                                or substring(d.external_id from '^[^:]{1,50}:(.*)$') = any(:ids))
                         order by d.id
                        """.formatted(visible.where()))
                .params(visible.parameters())
                .param("ids", ids.toArray(String[]::new))
                .param("numbers", numbers.toArray(Long[]::new))
                .param("titles", titles.toArray(String[]::new))
                .query(Found.class)
                .list();
    }

    private static Set<String> texts(List<FileRow> rows, String column) {
        return rows.stream()
                .map(row -> row.text(column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
