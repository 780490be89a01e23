package app.tahap.bench;

import app.tahap.bench.Visitor.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What drags take while somebody else moves a thousand deals at once: where no playbook is on, where one fires for each of
 * them, and while those runs are still being carried out. The same cards go to and fro.
 */
final class PlaybookBurst {

    private static final int DEALS = 1_000;
    private static final int CARDS = 20;
    private static final String PLAYBOOKS = "/settings/playbooks";
    private static final Pattern CARD = Pattern.compile("data-id=\"(\\d+)\" data-version=\"(\\d+)\" data-stage=\"(\\d+)\"");
    private static final Pattern COLUMN = Pattern.compile("data-column=\"(\\d+)\"");
    private static final Pattern PICKED = Pattern.compile("name=\"picked\" value=\"([^\"]*)\"");
    private static final Pattern PLAYBOOK = Pattern.compile(PLAYBOOKS + "/(\\d+)\"");
    private static final Pattern WAITING = Pattern.compile("class=\"mark run-waiting\"");
    private static final Pattern DONE = Pattern.compile("class=\"mark run-done\"");
    private static final Pattern KIND = Pattern.compile("<option value=\"(\\d+)\"");

    private final Visitor dragging;
    private final Visitor moving;
    private final List<Long> stages;
    private final List<Card> cards = new ArrayList<>();

    PlaybookBurst(TahapServer server) {
        dragging = new Visitor(server.url());
        dragging.logIn();
        moving = new Visitor(server.url());
        moving.logIn();
        stages = found(COLUMN, dragging.get("/board").text()).stream()
                .map(found -> Long.valueOf(found.get(0)))
                .distinct()
                .toList();
    }

    /** A card that goes to and fro between the last two columns. */
    private static final class Card {

        private final String id;
        private int version;

        Card(String id, int version) {
            this.id = id;
            this.version = version;
        }
    }

    /** What drags took, in milliseconds. */
    record Figures(int drags, double median, double p95, double seconds) {}

    /** With nothing else going on. */
    Figures quiet() {
        pickCards();
        drag(20);
        long end = System.nanoTime() + 5_000_000_000L;
        return drag(() -> System.nanoTime() < end);
    }

    /** During a bulk move to a column, and until what that set off is done. */
    Figures during(int column, BooleanSupplier waiting) {
        String picked = picked(column);
        CompletableFuture<Answer> move = CompletableFuture.supplyAsync(() -> moving.post(
                "/deals/bulk",
                Map.of(
                        "action",
                        "MOVE",
                        "picked",
                        picked,
                        "toStage",
                        stages.get(column).toString(),
                        "key",
                        UUID.randomUUID().toString())));
        Figures figures = drag(() -> !move.isDone() || waiting.getAsBoolean());
        require(move.join());
        return figures;
    }

    /** Switches a playbook on that plans an activity for each deal that comes to a column; answers its address. */
    String switchOn(int column) {
        require(dragging.post(
                PLAYBOOKS,
                Map.of("name", "Burst " + UUID.randomUUID(), "trigger", "ENTERED", "stage", stages.get(column).toString())));
        List<List<String>> all = found(PLAYBOOK, dragging.get(PLAYBOOKS).text());
        String address = PLAYBOOKS + "/" + all.get(all.size() - 1).get(0);
        String kind = found(KIND, dragging.get(address + "/actions/new?kind=ACTIVITY").text())
                .get(0)
                .get(0);
        require(dragging.post(
                address + "/actions",
                Map.of("kind", "ACTIVITY", "activityKind", kind, "text", "Call about {{deal.title}}", "days", "1")));
        require(dragging.post(address + "/switch", Map.of("on", "true")));
        return address;
    }

    /** Whether runs of a playbook wait; the oldest are done first, and stand on its last page. */
    boolean isWaiting(String playbook) {
        String newest = moving.get(playbook).text();
        return WAITING.matcher(newest).find() || !DONE.matcher(newest).find();
    }

    private void pickCards() {
        String board = dragging.get("/board").text();
        long last = stages.get(stages.size() - 1);
        found(CARD, board).stream()
                .filter(card -> Long.parseLong(card.get(2)) == last)
                .limit(CARDS)
                .forEach(card -> cards.add(new Card(card.get(0), Integer.parseInt(card.get(1)))));
    }

    private Figures drag(int times) {
        int[] left = {times};
        return drag(() -> left[0]-- > 0);
    }

    private Figures drag(BooleanSupplier goesOn) {
        List<Double> taken = new ArrayList<>();
        long start = System.nanoTime();
        do {
            Card card = cards.get(taken.size() % cards.size());
            boolean back = taken.size() / cards.size() % 2 == 1;
            taken.add(drag(card, back));
        } while (taken.size() % (2 * cards.size()) != 0 || goesOn.getAsBoolean());
        double[] sorted = taken.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Figures(
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                (System.nanoTime() - start) / 1e9);
    }

    private double drag(Card card, boolean back) {
        long last = stages.get(stages.size() - 1);
        long before = stages.get(stages.size() - 2);
        Answer answer = dragging.post(
                "/deals/" + card.id + "/stage",
                Map.of(
                        "version",
                        Integer.toString(card.version++),
                        "key",
                        UUID.randomUUID().toString(),
                        "from",
                        Long.toString(back ? before : last),
                        "stageId",
                        Long.toString(back ? last : before)));
        require(answer);
        return answer.milliseconds();
    }

    /** Deals of the first columns but one, as the form of a bulk move names them. */
    private String picked(int besides) {
        List<String> deals = new ArrayList<>();
        for (int column = 0; column < stages.size() - 2 && deals.size() < DEALS; column++) {
            if (column != besides) {
                String form = moving.get("/deals/bulk?action=MOVE&all=true&outcome=OPEN&stage=" + stages.get(column))
                        .text();
                found(PICKED, form).stream() // none where a column is empty, or holds more than may be moved at once
                        .findFirst()
                        .ifPresent(picked -> deals.addAll(List.of(picked.get(0).split(","))));
            }
        }
        if (deals.size() < DEALS) {
            throw new IllegalStateException("Only " + deals.size() + " deals can be moved");
        }
        return String.join(",", deals.subList(0, DEALS));
    }

    private static void require(Answer answer) {
        if (answer.status() >= 400) {
            throw new IllegalStateException("Answered " + answer.status());
        }
    }

    private static List<List<String>> found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        List<List<String>> all = new ArrayList<>();
        while (matcher.find()) {
            String[] groups = new String[matcher.groupCount()];
            Arrays.setAll(groups, group -> matcher.group(group + 1));
            all.add(List.of(groups));
        }
        return all;
    }

    /** Measures it alone; see src/docs/performance.md. */
    @SuppressWarnings("SystemOut") // the figures are what the command is for
    public static void main(String[] arguments) {
        try (TahapServer server = TahapServer.start(
                Settings.folder().resolve("database-%d-open-of-%d".formatted(Settings.open(), Settings.deals())),
                Settings.deals(),
                Settings.open())) {
            measure(server, (what, figures) -> System.out.println(what + ": " + figures));
        }
    }

    static void measure(TahapServer server, BiConsumer<String, Figures> say) {
        PlaybookBurst burst = new PlaybookBurst(server);
        say.accept("quiet", burst.quiet());
        say.accept("during a bulk move", burst.during(1, () -> false));
        say.accept("during another bulk move", burst.during(2, () -> false));
        String playbook = burst.switchOn(3);
        say.accept("until a playbook has acted for all", burst.during(3, () -> burst.isWaiting(playbook)));
    }
}
