package app.tahap.exchange;

import app.tahap.deal.Outcome;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.pipeline.StageView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the meaning of values by the words that sales teams use, in English and Indonesian. */
final class ValueGuess {

    private static final Map<Outcome, Set<String>> OUTCOMES = Map.of(
            Outcome.OPEN, words("open|in progress|active|ongoing|pending|terbuka|berjalan|aktif|proses"),
            Outcome.WON, words("won|closed won|win|success|sold|menang|berhasil|sukses|deal|goal"),
            Outcome.LOST, words("lost|closed lost|lose|failed|cancelled|canceled|kalah|gagal|batal"),
            Outcome.DISQUALIFIED,
                    words("disqualified|unqualified|not qualified|junk|spam|tidak memenuhi syarat|tidak layak"));

    /** Names under which the stages of the templates go elsewhere, each set with our own. */
    private static final List<Set<String>> STAGES = List.of(
            words("prospecting|pencarian prospek|prospeksi|prospect|prospek|new|new lead|lead|baru|lead in|suspect"),
            words(
                    "lead qualification|kualifikasi prospek|qualification|qualifying|qualified|qualified to buy|kualifikasi"),
            words(
                    "initial contact|kontak awal|contact|contacted|contact made|engaging|engaged|first contact|appointment scheduled|dihubungi|kontak"),
            words(
                    "needs assessment|analisis kebutuhan|penilaian kebutuhan|needs analysis|needs defined|discovery|demo|demo scheduled|presentation scheduled|presentation|kebutuhan|presentasi"),
            words(
                    "proposal quote|proposal penawaran|proposal kuotasi|proposal|quote|quotation|proposal made|proposal sent|proposal price quote|value proposition|penawaran|kuotasi"),
            words("negotiation|negosiasi|negotiations|negotiations started|negotiation review|nego"),
            words(
                    "closing|penutupan|menutup kesepakatan|contract|contract sent|decision maker bought in|verbal commitment|kontrak"));

    private ValueGuess() {}

    private static Set<String> words(String names) {
        return Set.copyOf(Arrays.asList(names.split("\\|", -1)));
    }

    /** The stage that a value names or, since many systems write both into one column, the outcome. */
    static Meaning stage(Meaning unknown, List<StageView> stages) {
        String name = plain(unknown.value());
        return unknown.meaning(stages.stream()
                .filter(stage -> plain(stage.name()).equals(name))
                .findFirst()
                .or(() -> relative(name, stages))
                .map(stage -> Long.toString(stage.id()))
                .or(() ->
                        outcome(name).filter(outcome -> outcome != Outcome.OPEN).map(Outcome::name))
                .orElse(null));
    }

    private static Optional<StageView> relative(String name, List<StageView> stages) {
        return STAGES.stream()
                .filter(names -> names.contains(name))
                .flatMap(names -> stages.stream().filter(stage -> names.contains(plain(stage.name()))))
                .findFirst();
    }

    static Meaning outcome(Meaning unknown) {
        String name = plain(unknown.value());
        return unknown.meaning(
                name.isEmpty()
                        ? Outcome.OPEN.name()
                        : outcome(name).map(Outcome::name).orElse(null));
    }

    private static Optional<Outcome> outcome(String name) {
        return OUTCOMES.entrySet().stream()
                .filter(words -> words.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The user with that name or address; a new one where there is none; whoever imports where no name is told. */
    static Meaning owner(Meaning unknown, List<ImportOwners.Owner> owners, long importer) {
        if (unknown.value().isEmpty()) {
            return unknown.meaning(Long.toString(importer));
        }
        Map<String, Long> byName = owners.stream()
                .flatMap(owner -> Stream.of(owner.name(), owner.email())
                        .filter(Objects::nonNull)
                        .map(known -> Map.entry(plain(known), owner.id())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
        @Nullable Long id = byName.get(plain(unknown.value()));
        return unknown.meaning(id == null ? Meaning.NEW : id.toString());
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
