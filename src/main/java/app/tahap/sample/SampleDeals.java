package app.tahap.sample;

import app.tahap.deal.Change;
import app.tahap.deal.Deal;
import app.tahap.deal.DealColumn;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealLog;
import app.tahap.deal.DealRepository;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Stage;
import app.tahap.sample.SampleContacts.Customer;
import app.tahap.sample.SampleData.Rep;
import app.tahap.sample.SampleData.Scale;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays a year of selling. Every deal lives day by day through the same methods that people's clicks call, with times in
 * the past, so that its events and stays are as genuine as theirs.
 */
@Component
class SampleDeals {

    private static final List<String> PRODUCTS = List.of(
            "Point-of-sale system",
            "Cold storage",
            "Fleet tracking",
            "Solar panels",
            "Packaging line",
            "Office network",
            "Payroll service",
            "Water treatment",
            "Security cameras",
            "Warehouse racks",
            "Coffee machines",
            "Backup generator",
            "Website and shop",
            "Uniforms",
            "Maintenance contract",
            "Training programme");

    private final DealRepository deals;
    private final DealLog log;
    private final DealColumn column;
    private final Clock clock;

    SampleDeals(DealRepository deals, DealLog log, DealColumn column, Clock clock) {
        this.deals = deals;
        this.log = log;
        this.column = column;
        this.clock = clock;
    }

    void create(Company company, int count, Random random, Instant start, ZoneId zone) {
        Instant now = clock.instant();
        Map<Long, String> lastRanks = new HashMap<>();
        for (int i = 0; i < count; i++) {
            // a little more new business every month; the newest deal is some hours old
            double share = Math.pow((i + 1.0) / (count + 1), 0.85);
            Instant created =
                    start.plusSeconds((long) (Duration.between(start, now).toSeconds() * share));
            new Life(company, random, lastRanks, created, now, zone).live();
        }
    }

    /** Everything a sample deal is drawn from. */
    record Company(
            List<Stage> stages,
            List<Rep> reps,
            List<Customer> customers,
            List<Long> lostReasons,
            List<Long> disqualifiedReasons,
            List<Long> sources,
            long administratorId,
            Scale scale) {}

    /** One deal from its creation until it is closed or today has come. */
    private final class Life {

        private final Company company;
        private final Random random;
        private final Map<Long, String> lastRanks;
        private final Instant now;
        private final ZoneId zone;
        private final Rep rep;
        private final BigDecimal rate;
        private final Deal deal;
        private Instant at;
        private boolean asleep;

        Life(Company company, Random random, Map<Long, String> lastRanks, Instant created, Instant now, ZoneId zone) {
            this.company = company;
            this.random = random;
            this.lastRanks = lastRanks;
            this.now = now;
            this.zone = zone;
            this.at = created;
            this.rep = pick(company.reps());
            boolean foreign = random.nextInt(14) == 0;
            this.rate = foreign ? company.scale().rate() : BigDecimal.ONE;
            int first = random.nextInt(6) == 0 ? 1 : 0;
            Stage stage = company.stages().get(first);
            this.deal = new Deal(facts(foreign), stage, rank(stage), created);
        }

        void live() {
            deals.save(deal);
            log.append(deal.created(change()));
            while (!asleep && deal.getOutcome() == Outcome.OPEN && pass(workingDays())) {
                step();
            }
        }

        private void step() {
            int place = company.stages().indexOf(deal.getStage());
            double chance = random.nextDouble() / rep.skill();
            boolean last = place == company.stages().size() - 1;
            if (place == 0 && chance > 0.85) {
                close(Outcome.DISQUALIFIED, pick(company.disqualifiedReasons()));
            } else if (chance > 0.9 - 0.02 * place) {
                close(Outcome.LOST, pick(company.lostReasons()));
            } else if (last) {
                close(Outcome.WON, null);
            } else if (place > 0 && random.nextInt(25) == 0) {
                move(place - 1);
            } else if (random.nextInt(30) == 0) {
                park();
            } else {
                boolean skips = place + 2 < company.stages().size() && random.nextInt(14) == 0;
                move(skips ? place + 2 : place + 1);
                maybeAmend();
            }
        }

        private void move(int place) {
            Stage target = company.stages().get(place);
            log.append(deal.moveTo(target, rank(target), change()));
        }

        private void close(Outcome outcome, @Nullable Long reason) {
            log.append(deal.close(outcome, reason, null, change()));
            boolean reopens = outcome == Outcome.LOST && random.nextInt(20) == 0;
            if (reopens && pass(20 + random.nextInt(40))) {
                log.append(deal.reopen(change()));
            }
        }

        private void park() {
            LocalDate today = LocalDate.ofInstant(at, zone);
            int days = 14 + random.nextInt(60);
            log.append(deal.park(today.plusDays(days), today, change()));
            asleep = !pass(days);
        }

        /** Offers change the amount; deals slip. */
        private void maybeAmend() {
            if (random.nextInt(3) != 0) {
                return;
            }
            DealFacts facts = deal.facts();
            BigDecimal amount = facts.amount() == null
                    ? amount()
                    : random.nextBoolean()
                            ? facts.amount()
                            : rounded(facts.amount().doubleValue() * (0.8 + random.nextDouble() * 0.4));
            LocalDate close =
                    facts.expectedClose() == null ? null : facts.expectedClose().plusDays(random.nextInt(30));
            DealFacts changed = new DealFacts(
                    facts.title(),
                    amount,
                    facts.currency(),
                    close,
                    facts.ownerId(),
                    facts.organizationId(),
                    facts.personId(),
                    facts.sourceId());
            deal.amend(changed, change()).ifPresent(log::append);
        }

        private DealFacts facts(boolean foreign) {
            Customer customer = pick(company.customers());
            BigDecimal amount = random.nextInt(12) == 0 ? null : amount();
            String currency = company.scale().base();
            if (foreign) {
                currency = company.scale().foreign();
                amount = amount == null ? null : new BigDecimal(1000 + 500 * random.nextInt(60));
            }
            LocalDate expected = LocalDate.ofInstant(at, zone).plusDays(30 + random.nextInt(90));
            return new DealFacts(
                    pick(PRODUCTS),
                    amount,
                    currency,
                    expected,
                    rep.id(),
                    customer.organizationId(),
                    customer.personId(),
                    pick(company.sources()));
        }

        /** Many small deals and a few large ones. */
        private BigDecimal amount() {
            return rounded(company.scale().unit().doubleValue() * Math.exp(4.2 + random.nextGaussian() * 0.9));
        }

        private BigDecimal rounded(double amount) {
            BigDecimal unit = company.scale().unit();
            return unit.multiply(BigDecimal.valueOf(Math.max(1, Math.round(amount / unit.doubleValue()))));
        }

        /** Slow stages now and then: this is where deals get stuck. */
        private int workingDays() {
            double days = Math.exp(1.9 + random.nextGaussian() * 0.75);
            return (int) Math.min(120, Math.max(1, days));
        }

        private boolean pass(int days) {
            Instant next = at.plus(Duration.ofDays(days)).plus(Duration.ofMinutes(random.nextInt(480)));
            if (next.isAfter(now)) {
                return false;
            }
            at = next;
            return true;
        }

        private Change change() {
            return Change.now(rep.id(), at, null, rate);
        }

        private String rank(Stage stage) {
            String rank = column.after(lastRanks.get(stage.id()));
            lastRanks.put(stage.id(), rank);
            return rank;
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
