package app.tahap.bench;

import app.tahap.bench.Timings.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures everything that src/docs/performance.md tells, and prints it as a table. Each size of database has a server of
 * its own; databases are kept in target/bench for the next time.
 */
public final class Measure {

    private static final Pattern CARD = Pattern.compile("data-id=\"(\\d+)\" data-version=\"(\\d+)\" data-stage=\"(\\d+)\"");

    private static final Pattern REVIEWED = Pattern.compile("href=\"(/reviews/1/deals/\\d+)\"");

    private static final String PROPOSAL = "/proposals/1/draft/pdf";

    private Measure() {}

    public static void main(String[] arguments) {
        int deals = Settings.deals();
        int open = Settings.open();
        try (TahapServer server = server(100, 100)) {
            load(server, BoardSimulation.class, "Board, 100 open deals");
        }
        try (TahapServer server = server(deals, open)) {
            say("Start", "with %,d deals, in s".formatted(deals), server.startSeconds());
            single(server);
            load(server, BoardSimulation.class, "Board, %,d open deals".formatted(open));
            load(server, DashboardSimulation.class, "Dashboard, %,d deals".formatted(deals));
            load(server, MyDaySimulation.class, "My day, %,d activities".formatted(WorkFounder.ACTIVITIES));
            System.setProperty("tahap.bench.review", review(server));
            load(server, ReviewSimulation.class, "Review of %,d deals".formatted(open));
            load(server, FieldListSimulation.class, "List by fields, %,d deals".formatted(deals));
            PlaybookBurst.measure(server, (when, drags) -> {
                say("Drag", when + ", median in ms", drags.median());
                say("Drag", when + ", p95 in ms", drags.p95());
            });
            moves(server, deals, open); // last: tens of thousands of moves within a minute leave deals as no team does
            say("Memory", "peak of the server's process, in MB", server.peakMegabytes());
        }
        try (TahapServer server = server(deals, deals)) {
            load(server, BoardSimulation.class, "Board, %,d open deals".formatted(deals));
        }
    }

    private static TahapServer server(int deals, int open) {
        Path folder = Settings.folder().resolve("database-%d-open-of-%d".formatted(open, deals));
        return TahapServer.start(folder, deals, open);
    }

    /** What one user sees, one request at a time. */
    private static void single(TahapServer server) {
        Visitor visitor = new Visitor(server.url());
        visitor.logIn();
        visitor.median("/board", 300);
        say("Board", "page in kB, compressed", visitor.get("/board").kilobytes());
        say("Move", "answer in kB, compressed", answerToAMove(visitor));
        say("Deals", "first page, in ms", visitor.median("/deals", 20));
        say("Deals", "sorted by amount, in ms", visitor.median("/deals?sort=AMOUNT", 20));
        say("Deals", "with a text, in ms", visitor.median("/deals?text=9999", 20));
        say("Deals", "page 2,000, in ms", visitor.median("/deals?page=2000", 20));
        say("Deals", "by fields that 20,000 have, in ms", visitor.median(FieldListSimulation.MANY, 20));
        say("Deal", "its page, in ms", visitor.median("/deals/1", 20));
        say("Letting go", "in ms", visitor.median("/deals/letting-go", 10));
        say("Proposal", "of %d lines as PDF, the first, in ms".formatted(WorkFounder.LINES), visitor.median(PROPOSAL, 1));
        say("Proposal", "of %d lines as PDF, in ms".formatted(WorkFounder.LINES), visitor.median(PROPOSAL, 10));
        say("Export", "all deals as CSV, in s", visitor.median("/deals.csv", 3) / 1000);
        Visitor newcomer = new Visitor(server.url());
        long start = System.nanoTime();
        newcomer.logIn();
        say("Login", "and the board, in ms", (System.nanoTime() - start) / 1e6);
    }

    /** Begins a review of all open deals, and answers the page of one in the middle of them. */
    private static String review(TahapServer server) {
        Visitor visitor = new Visitor(server.url());
        visitor.logIn();
        Visitor.Answer begun = visitor.post(
                "/reviews",
                Map.of("pipeline", "1", "sorting", "MARKS", "key", UUID.randomUUID().toString()));
        if (begun.status() != 302) {
            throw new IllegalStateException("Beginning a review answered " + begun.status());
        }
        say("Review", "begun, in ms", begun.milliseconds());
        Matcher deal = REVIEWED.matcher(visitor.get("/reviews/1/deals?page=100").text());
        if (!deal.find()) {
            throw new IllegalStateException("No deal in the review");
        }
        say("Review", "a deal's page, in ms", visitor.median(deal.group(1), 20));
        say("Review", "summary, in ms", visitor.median("/reviews/1/summary", 5));
        return deal.group(1);
    }

    private static double answerToAMove(Visitor visitor) {
        Matcher card = CARD.matcher(visitor.get("/board").text());
        if (!card.find()) {
            throw new IllegalStateException("No card on the board");
        }
        long stage = Long.parseLong(card.group(3));
        Visitor.Answer answer = visitor.post(
                "/deals/" + card.group(1) + "/stage",
                Map.of(
                        "version", card.group(2),
                        "key", UUID.randomUUID().toString(),
                        "from", "" + stage,
                        "stageId", "" + (stage + 1)));
        if (answer.status() != 200) {
            throw new IllegalStateException("A move answered " + answer.status());
        }
        return answer.kilobytes();
    }

    /** Moves, before and after them the same statements without Tahap: the machine may not be equally quiet throughout. */
    private static void moves(TahapServer server, int deals, int open) {
        if (!Pgbench.isInstalled()) {
            say("Move", "pgbench is not installed: nothing to compare with", 0);
            load(server, MoveSimulation.class, "Move");
            return;
        }
        Pgbench bare = new Pgbench(server, deals, open);
        for (int users : Settings.users()) {
            say("pgbench", "transaction of a move, clients: " + users + ", a second", bare.perSecond(users, "move-transaction.sql"));
            say(
                    "pgbench",
                    "all statements of a move, clients: " + users + ", a second",
                    bare.perSecond(users, "move-transaction.sql", "move-answer.sql"));
        }
        load(server, MoveSimulation.class, "Move");
        for (int users : Settings.users()) {
            say(
                    "pgbench",
                    "again all statements, clients: " + users + ", a second",
                    bare.perSecond(users, "move-transaction.sql", "move-answer.sql"));
        }
    }

    private static void load(TahapServer server, Class<? extends LoadSimulation> simulation, String what) {
        List<String> command = TahapServer.java(
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dtahap.bench.url=" + server.url());
        System.getProperties().forEach((name, value) -> {
            if (name.toString().startsWith("tahap.bench.")) {
                command.add("-D" + name + "=" + value);
            }
        });
        command.addAll(List.of("io.gatling.app.Gatling", "--simulation", simulation.getName()));
        command.addAll(List.of("--results-folder", Settings.folder().resolve("gatling").toString()));
        Programs.run(command);
        for (Summary summary : Summary.read(Settings.results(simulation.getSimpleName()))) {
            say(what, summary.phase() + ", median in ms", summary.median());
            say(what, summary.phase() + ", p95 in ms", summary.p95());
            say(what, summary.phase() + ", mean in ms", summary.mean());
            say(what, summary.phase() + ", a second", summary.perSecond());
        }
    }

    @SuppressWarnings("SystemOut") // the table is what the command is for
    private static void say(String what, String how, double figure) {
        System.out.println(String.format(Locale.ROOT, "| %-26s | %-55s | %10.1f |", what, how, figure));
    }
}
