package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.FileDeal;
import app.tahap.deal.FileRecord;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import app.tahap.exchange.ImportRefusals.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** What of a file's rows is new, there already, or refused. */
final class RecordTaking {

    private final List<Refusal> refused = new ArrayList<>();
    private final Map<String, Integer> doubts = new TreeMap<>();
    private final Map<Long, Integer> byDeal = new TreeMap<>();
    private LongConsumer writing = importId -> {};
    private Map<String, Integer> more = Map.of();
    private int created;
    private int completed;
    private int present;

    /** Sorts rows of which the deals are known, or known to be unknown. */
    static RecordTaking of(List<FileRow> rows, RecordFile kind, Viewer importer) {
        RecordTaking taking = new RecordTaking();
        List<List<FileRow>> groups = groups(rows, kind);
        if (kind.ofDeals()) {
            groups.forEach(RecordTaking::shareDeal);
        }
        Predicate<FileRow> readable = row -> row.hasDeal() || !kind.ofDeals();
        taking.sort(groups, readable, kind.reader(importer), importer);
        rows.stream().filter(FileRow::isRefused).map(FileRow::refusal).forEach(taking.refused::add);
        return taking;
    }

    private static List<List<FileRow>> groups(List<FileRow> rows, RecordFile kind) {
        Map<String, List<FileRow>> named = new LinkedHashMap<>();
        for (FileRow row : rows) {
            String group = kind.group(row);
            String name = group.isEmpty() ? "row " + row.row().number() : "group " + group;
            named.computeIfAbsent(name, none -> new ArrayList<>()).add(row);
        }
        return List.copyOf(named.values());
    }

    private record Read<T>(T one, List<FileRow> rows) {}

    private <T extends FileRecord> void sort(
            List<List<FileRow>> groups, Predicate<FileRow> readable, RecordReader<T> reader, Viewer importer) {
        List<Read<T>> good = new ArrayList<>();
        for (List<FileRow> rows : groups) {
            Optional<T> one =
                    rows.stream().allMatch(readable) ? reader.read(List.<RecordRow>copyOf(rows)) : Optional.empty();
            if (rows.stream().anyMatch(FileRow::isRefused)) {
                rows.stream().filter(row -> !row.isRefused()).forEach(row -> row.refuse(Problem.of("record.together")));
            } else {
                one.ifPresent(read -> good.add(new Read<>(read, rows)));
            }
        }
        Set<String> known = new HashSet<>(
                good.isEmpty()
                        ? Set.of()
                        : reader.present(good.stream().map(Read::one).toList()));
        List<T> fresh = new ArrayList<>();
        for (Read<T> read : good) {
            T one = read.one();
            if (one.sought().stream().anyMatch(known::contains)) {
                present++;
            } else {
                known.addAll(one.known());
                fresh.add(one);
                one.deal().ifPresent(deal -> byDeal.merge(deal, 1, Integer::sum));
                read.rows().stream()
                        .flatMap(row -> row.doubts().stream())
                        .forEach(doubt -> doubts.merge(doubt, 1, Integer::sum));
            }
        }
        completed = (int) fresh.stream().filter(FileRecord::completes).count();
        created = fresh.size() - completed;
        more = reader.more(fresh);
        writing = importId -> reader.write(fresh, importer, importId);
    }

    /** Of rows that are read together, only one has to tell the deal. */
    private static void shareDeal(List<FileRow> rows) {
        List<FileDeal> told = rows.stream()
                .filter(FileRow::hasDeal)
                .map(FileRow::deal)
                .distinct()
                .toList();
        if (told.size() > 1) {
            rows.get(0).refuse(Problem.of("record.together.deals"));
        }
        rows.stream().filter(row -> !row.hasDeal() && !row.isRefused()).forEach(row -> {
            if (told.isEmpty()) {
                row.refuse(Problem.of("record.deal.missing"));
            } else {
                row.belongTo(told.get(0));
            }
        });
    }

    /** Writes what is new, or completes what is there, as brought in by an import. */
    void write(long importId) {
        if (created + completed > 0) {
            writing.accept(importId);
        }
    }

    List<Refusal> refused() {
        return refused;
    }

    /** The deals that get new records, by how many each gets. */
    Map<Integer, List<Long>> dealsByCount() {
        Map<Integer, List<Long>> deals = new HashMap<>();
        byDeal.forEach((deal, count) ->
                deals.computeIfAbsent(count, none -> new ArrayList<>()).add(deal));
        return deals;
    }

    ImportResult result() {
        Map<String, Integer> besides = new TreeMap<>(more);
        besides.put("deals", byDeal.size());
        besides.put("completed", completed);
        besides.values().removeIf(count -> count == 0);
        return new ImportResult(created, present, refused.size(), 0, 0, 0, 0, 0, besides, doubts, Map.of());
    }
}
