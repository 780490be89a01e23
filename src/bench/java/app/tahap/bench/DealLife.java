package app.tahap.bench;

import app.tahap.bench.Company.Step;
import app.tahap.deal.EventKind;
import app.tahap.deal.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One deal's life: first it is decided what happens, then when, and then it is told as the rows that Tahap would have
 * written meanwhile.
 */
final class DealLife {

    private static final Duration PAST = Duration.ofDays(730);
    private static final Duration LONGEST_UNTOUCHED = Duration.ofDays(60);

    private static final List<String> THINGS =
            List.of("fifty laptops", "a warehouse", "consulting", "licences", "a fleet", "training");

    private final long id;
    private final Company company;
    private final DealRows rows;
    private final Random random;
    private final long owner;
    private final String currency;
    private final List<StageVisit> visits = new ArrayList<>();
    private @Nullable BigDecimal amount;
    private LocalDate expectedClose;
    private Outcome outcome = Outcome.OPEN;
    private @Nullable Long reason;
    private @Nullable Instant closedAt;
    private @Nullable LocalDate parkedUntil;
    private Instant at;
    private long event;
    private int version = -1;

    DealLife(long id, Company company, DealRows rows, Random random) {
        this.id = id;
        this.company = company;
        this.rows = rows;
        this.random = random;
        this.owner = Company.pick(company.reps(), random);
        this.currency = chance(0.9) ? "USD" : chance(0.6) ? "EUR" : "IDR";
        this.amount = chance(0.05) ? null : amount();
        this.at = company.now();
        this.expectedClose = LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    void live(boolean staysOpen) {
        List<EventKind> story = staysOpen ? openStory() : closedStory();
        Duration ago = staysOpen ? LONGEST_UNTOUCHED : PAST;
        Instant end = company.now().minusSeconds(random.nextLong(ago.toSeconds()));
        List<Instant> times = times(story.size(), end);
        expectedClose = LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(random.nextInt(90));
        for (int i = 0; i < story.size(); i++) {
            at = times.get(i);
            happen(story.get(i));
        }
        writeDeal(times.get(0));
    }

    private List<EventKind> openStory() {
        List<EventKind> story = walk(random.nextInt(company.steps().size()));
        if (chance(0.03)) {
            story.add(EventKind.PARKED);
        }
        return story;
    }

    private List<EventKind> closedStory() {
        int moves = 2 + random.nextInt(company.steps().size() - 2);
        List<EventKind> story = walk(moves);
        if (chance(0.03)) {
            story.addAll(List.of(EventKind.LOST, EventKind.REOPENED));
        }
        double wins = moves >= company.steps().size() - 3 ? 0.6 : 0.05;
        story.add(chance(wins) ? EventKind.WON : chance(0.8) ? EventKind.LOST : EventKind.DISQUALIFIED);
        return story;
    }

    private List<EventKind> walk(int moves) {
        List<EventKind> story = new ArrayList<>(List.of(EventKind.CREATED));
        for (int move = 0; move < moves; move++) {
            story.add(EventKind.MOVED);
            if (chance(0.02)) {
                story.add(EventKind.UNDONE);
            } else if (chance(0.2)) {
                story.add(EventKind.AMENDED);
            }
        }
        return story;
    }

    /** Instants in order over some weeks or months, the last one given. */
    private List<Instant> times(int count, Instant end) {
        long seconds = (long) (86_400 * Math.min(300, 40 * Math.exp(random.nextGaussian() * 0.7)));
        LongStream before = random.longs(count - 1L, 1, seconds);
        return LongStream.concat(before, LongStream.of(0))
                .mapToObj(end::minusSeconds)
                .sorted()
                .toList();
    }

    private void happen(EventKind kind) {
        long before = event;
        event = rows.nextEvent();
        version++;
        switch (kind) {
            case CREATED -> enter(0);
            case MOVED -> enter(nextPlace());
            case UNDONE -> takeBack();
            case AMENDED -> amount = amount();
            case PARKED -> parkedUntil = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1);
            case WON, LOST, DISQUALIFIED -> close(kind);
            case REOPENED -> reopen();
            default -> throw new IllegalArgumentException(kind.name());
        }
        writeEvent(kind, kind == EventKind.UNDONE ? before : null);
    }

    private void enter(int place) {
        visits.add(new StageVisit(place, at));
    }

    private int nextPlace() {
        int place = visit().place;
        int last = company.steps().size() - 1;
        if (place == last || (place > 0 && chance(0.06))) {
            return place - 1;
        }
        return place + (place + 2 <= last && chance(0.07) ? 2 : 1);
    }

    private void takeBack() {
        visits.remove(visits.size() - 1);
    }

    private void close(EventKind kind) {
        outcome = Outcome.valueOf(kind.name());
        closedAt = at;
        parkedUntil = null;
        reason = switch (outcome) {
            case LOST -> Company.pick(company.lostReasons(), random);
            case DISQUALIFIED -> Company.pick(company.disqualifiedReasons(), random);
            default -> null;
        };
    }

    private void reopen() {
        outcome = Outcome.OPEN;
        closedAt = null;
        reason = null;
        enter(visit().place);
    }

    private void writeDeal(Instant created) {
        rows.deals.add(
                id,
                "Deal " + id + " for " + Company.pick(THINGS, random),
                company.pipeline(),
                step().id(),
                rows.nextRank(step().id()),
                amount,
                currency,
                outcome.isClosed() ? rate() : null,
                expectedClose,
                owner,
                chance(0.9) ? Company.pick(company.organizations(), random) : null,
                Company.pick(company.sources(), random),
                outcome,
                reason,
                closedAt,
                closedAt == null ? null : owner,
                parkedUntil,
                visit().enteredAt,
                at,
                at,
                created,
                version);
    }

    private void writeEvent(EventKind kind, @Nullable Long undone) {
        rows.events.add(
                event,
                id,
                kind,
                owner,
                at,
                at,
                undone,
                company.pipeline(),
                step().id(),
                step().position(),
                visit().enteredAt,
                outcome,
                closedAt,
                closedAt == null ? null : owner,
                reason,
                parkedUntil,
                amount,
                currency,
                rate(),
                probability(),
                expectedClose,
                owner,
                kind == EventKind.AMENDED ? "[{\"field\":\"amount\",\"after\":\"%s\"}]".formatted(amount) : null);
    }

    private StageVisit visit() {
        return visits.get(visits.size() - 1);
    }

    private Step step() {
        return company.steps().get(visit().place);
    }

    private BigDecimal probability() {
        return switch (outcome) {
            case OPEN -> step().probability();
            case WON -> BigDecimal.ONE;
            case LOST, DISQUALIFIED -> BigDecimal.ZERO;
        };
    }

    private BigDecimal rate() {
        YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        return Objects.requireNonNull(
                        Objects.requireNonNull(company.rates().get(currency)).floorEntry(month))
                .getValue();
    }

    /** Many small deals and a few large ones. */
    private BigDecimal amount() {
        double dollars = Math.exp(8 + random.nextGaussian() * 1.2);
        return BigDecimal.valueOf(Math.round(currency.equals("IDR") ? dollars * 16_000 : dollars));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A stay in a stage, as far as it has come. */
    private record StageVisit(int place, Instant enteredAt) {}
}
