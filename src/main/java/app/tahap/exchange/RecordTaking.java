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
import java.util.stream.Collectors;

/** What of a file's rows is new, there already, or refused. */
final class RecordTaking {

    private final List<Refusal> refused = new ArrayList<>();
    private final Map<String, Integer> doubts = new TreeMap<>();
    private final Map<Long, Integer> byDeal = new TreeMap<>();
    private LongConsumer writing = importId -> {};
    private int created;
    private int present;

    /** Sorts rows of which the deals are known, or known to be unknown. */
    static RecordTaking of(List<FileRow> rows, RecordFile kind, Viewer importer) {
        RecordTaking taking = new RecordTaking();
        taking.sort(groups(rows, kind), kind.reader(importer), importer);
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

    private <T extends FileRecord> void sort(List<List<FileRow>> groups, RecordReader<T> reader, Viewer importer) {
        List<Read<T>> good = new ArrayList<>();
        for (List<FileRow> rows : groups) {
            shareDeal(rows);
            Optional<T> one = rows.stream().allMatch(FileRow::hasDeal)
                    ? reader.read(List.<RecordRow>copyOf(rows))
                    : Optional.empty();
            if (rows.stream().anyMatch(FileRow::isRefused)) {
                rows.stream().filter(row -> !row.isRefused()).forEach(row -> row.refuse(Problem.of("record.together")));
            } else {
                one.ifPresent(read -> good.add(new Read<>(read, rows)));
            }
        }
        Set<Long> deals = good.stream().map(read -> read.one().dealId()).collect(Collectors.toSet());
        Set<String> known = new HashSet<>(deals.isEmpty() ? Set.of() : reader.present(deals));
        List<T> fresh = new ArrayList<>();
        for (Read<T> read : good) {
            T one = read.one();
            if (one.sought().stream().anyMatch(known::contains)) {
                present++;
            } else {
                known.addAll(one.known());
                fresh.add(one);
                byDeal.merge(one.dealId(), 1, Integer::sum);
                read.rows().stream()
                        .flatMap(row -> row.doubts().stream())
                        .forEach(doubt -> doubts.merge(doubt, 1, Integer::sum));
            }
        }
        created = fresh.size();
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

    /** Writes what is new, as brought in by an import. */
    void write(long importId) {
        if (created > 0) {
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
        Map<String, Integer> more = byDeal.isEmpty() ? Map.of() : Map.of("deals", byDeal.size());
        return new ImportResult(created, present, refused.size(), 0, 0, 0, 0, 0, more, doubts, Map.of());
    }
}
