package app.tahap.sample;

import static app.tahap.sample.SampleCompany.pick;
import static app.tahap.sample.SampleCompany.pickUneven;

import app.tahap.deal.Change;
import app.tahap.deal.Deal;
import app.tahap.deal.DealEvent;
import app.tahap.deal.DealFacts;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Stage;
import app.tahap.sample.SampleStaff.Rep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One deal from its creation until it is closed for good or today has come. Every step plans the next one. */
final class SampleLife {

    private static final double SURVIVES = 0.42;
    private static final double SPREAD = 0.75;

    private final SampleCompany company;
    private final SampleDeals.Desk desk;
    private final Random random;
    private final SampleFacts facts;
    private final Deque<DealEvent> counting = new ArrayDeque<>();
    private Rep rep;
    private Instant at;
    private @Nullable Runnable next;
    private @Nullable Deal deal;

    SampleLife(SampleCompany company, SampleDeals.Desk desk, Instant created, long seed) {
        this.company = company;
        this.desk = desk;
        this.random = new Random(seed);
        this.facts = SampleFacts.draw(company, random);
        this.rep = pick(company.reps(), random);
        this.at = created;
        this.next = this::begin;
    }

    Instant at() {
        return at;
    }

    /** Does what was planned; false when nothing more will happen. */
    boolean goOn() {
        Runnable step = Objects.requireNonNull(next);
        next = null;
        step.run();
        return next != null;
    }

    private void begin() {
        Stage stage = company.stage(chance(0.15) ? 1 : 0);
        Deal created = new Deal(facts.first(today(), rep.id()), stage, desk.top(stage), at);
        deal = desk.open(created);
        append(created.created(change()));
        planStep();
    }

    private void step() {
        int place = place();
        double progress = (double) place / company.lastPlace();
        double loses = -Math.log(SURVIVES) / company.stages().size() * (0.4 + 1.2 * progress) / rep.skill();
        note();
        if (place == 0 && chance(0.01)) {
            desk.append(deal().delete(change(company.administratorId())));
        } else if (place <= 1 && chance(0.08)) {
            close(Outcome.DISQUALIFIED, pickUneven(company.disqualifiedReasons(), random));
        } else if (chance(loses)) {
            close(Outcome.LOST, pickUneven(company.lostReasons(), random));
        } else if (chance(0.05)) {
            park();
        } else if (chance(0.04)) {
            mistake(place);
        } else if (place == company.lastPlace()) {
            close(Outcome.WON, null);
        } else {
            walk(place);
        }
    }

    private void walk(int place) {
        boolean returns = place > 0 && chance(0.05);
        boolean skips = place + 2 <= company.lastPlace() && chance(0.08);
        moveTo(returns ? place - 1 : skips ? place + 2 : place + 1);
        if (chance(0.4) || (deal().facts().amount() == null && chance(0.5))) {
            amend();
        }
        planStep();
    }

    private void moveTo(int place) {
        Stage target = company.stage(place);
        append(deal().moveTo(target, desk.top(target), change()));
    }

    /** Dropped on the wrong column, noticed, and taken back. */
    private void mistake(int place) {
        moveTo(place == company.lastPlace() ? 0 : company.lastPlace());
        plan(at.plusSeconds(20 + random.nextInt(600)), () -> {
            DealEvent undone = counting.removeLast();
            DealEvent before = counting.getLast();
            desk.append(deal().undo(undone, before, company.stage(place), change()));
            planStep();
        });
    }

    private void close(Outcome outcome, @Nullable Long reason) {
        String note =
                outcome == Outcome.LOST && chance(0.4) ? pick(company.words().lost(), random) : null;
        append(deal().close(outcome, reason, note, change()));
        if (outcome == Outcome.LOST && chance(0.07)) {
            plan(company.calendar().later(at, 15 + random.nextInt(45), random), this::reopen);
        }
    }

    private void reopen() {
        append(deal().reopen(change()));
        desk.note(deal(), rep.id(), company.words().reopened(), at);
        planStep();
    }

    /** Most parked deals are taken up again when their date has come, some before. */
    private void park() {
        LocalDate today = today();
        int days = 14 + random.nextInt(75);
        append(deal().park(today.plusDays(days), today, change()));
        if (chance(0.25)) {
            plan(company.calendar().later(at, days / 2.0, random), () -> {
                append(deal().wake(change()));
                planStep();
            });
        } else {
            plan(company.calendar().later(at, days + 1.0, random), this::step);
        }
    }

    /** What is said about it changes, and now and then it goes to a colleague. */
    private void amend() {
        DealFacts later = facts.later(deal().facts());
        long actorId = rep.id();
        if (chance(0.06)) {
            rep = pick(company.reps(), random);
        }
        deal().amend(later.ownedBy(rep.id()), change(actorId)).ifPresent(this::append);
    }

    private void note() {
        if (chance(0.3)) {
            desk.note(deal(), rep.id(), pick(company.words().notes(), random), at);
        }
    }

    /** Some deals get stuck, and good reps are a little faster. */
    private void planStep() {
        double days = company.usualDays(place()) * Math.exp(random.nextGaussian() * SPREAD) / Math.sqrt(rep.skill());
        plan(company.calendar().later(at, chance(0.05) ? days * 4 : days, random), this::step);
    }

    private void plan(Instant when, Runnable what) {
        at = when;
        next = what;
    }

    private void append(DealEvent event) {
        counting.addLast(desk.append(event));
    }

    private Change change() {
        return change(rep.id());
    }

    private Change change(long actorId) {
        return Change.now(actorId, at, null, facts.rate(today()));
    }

    private LocalDate today() {
        return company.calendar().day(at);
    }

    private int place() {
        return company.stages().indexOf(deal().getStage());
    }

    private Deal deal() {
        return Objects.requireNonNull(deal);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
