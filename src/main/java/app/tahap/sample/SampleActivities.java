package app.tahap.sample;

import static app.tahap.sample.SampleCompany.pick;

import app.tahap.activity.ActivityImport;
import app.tahap.activity.ActivityImport.Told;
import app.tahap.activity.ActivityKind;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sample company's people did about their deals, and what they plan: most open deals have a next step. */
@Component
class SampleActivities {

    private static final long SEED = 20_526;
    private static final int ADMINISTRATORS = 9;

    private final ActivityImport activities;
    private final ActivityKinds kinds;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    SampleActivities(ActivityImport activities, ActivityKinds kinds, MessageSource messages, JdbcClient jdbc) {
        this.activities = activities;
        this.kinds = kinds;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    void create(SampleCalendar calendar, long administratorId, Locale language) {
        Writing writing = new Writing(calendar, words(language), list("sample.activities.outcomes", language));
        List<SampleDeal> deals = jdbc.sql("""
                        select id, owner_id, created_at, coalesce(closed_at, :now) as until,
                               outcome = 'OPEN' and parked_until is null as awake
                          from deal where deleted_at is null order by id
                        """)
                .param("now", java.sql.Timestamp.from(calendar.now()))
                .query(SampleDeal.class)
                .list();
        deals.forEach(writing::past);
        List<SampleDeal> awake = deals.stream().filter(SampleDeal::awake).toList();
        awake.forEach(writing::nextStep);
        for (int i = 0; i < ADMINISTRATORS && !awake.isEmpty(); i++) {
            writing.plan(pick(awake, writing.random).id(), administratorId);
        }
        activities.write(writing.told, administratorId);
    }

    private Map<Long, List<String>> words(Locale language) {
        return kinds.all().stream()
                .collect(
                        Collectors.toMap(ActivityKind::id, kind -> list("sample.activities." + kind.mark(), language)));
    }

    private List<String> list(String key, Locale language) {
        return List.of(messages.getMessage(key, null, language).split("\\|"));
    }

    private record SampleDeal(long id, long ownerId, Instant createdAt, Instant until, boolean awake) {}

    /** What is made up, one after the other. */
    private final class Writing {

        private final Random random = new Random(SEED);
        private final SampleCalendar calendar;
        private final Map<Long, List<String>> words;
        private final List<String> outcomes;
        private final List<Long> kindIds;
        private final List<Told> told = new ArrayList<>();

        Writing(SampleCalendar calendar, Map<Long, List<String>> words, List<String> outcomes) {
            this.outcomes = outcomes;
            this.calendar = calendar;
            this.words = words;
            this.kindIds = words.keySet().stream().sorted().toList();
        }

        /** Now and then while the deal lived; what came of it is told of some. */
        void past(SampleDeal deal) {
            Duration life = Duration.between(deal.createdAt(), deal.until());
            int count = (int) Math.min(5, random.nextInt(3) + life.toDays() / 20);
            for (int i = 0; i < count; i++) {
                Instant at = calendar.later(deal.createdAt(), life.toMinutes() / 1440.0 * random.nextDouble(), random);
                if (at.isBefore(deal.until()) && calendar.isPast(at)) {
                    LocalTime time = LocalTime.ofInstant(at, calendar.zone())
                            .withSecond(0)
                            .withNano(0);
                    String outcome = random.nextDouble() < 0.4 ? pick(outcomes, random) : null;
                    told.add(new Told(deal.id(), some(calendar.day(at), time, deal.ownerId()), at, outcome));
                }
            }
        }

        void nextStep(SampleDeal deal) {
            if (random.nextDouble() < 0.75) {
                plan(deal.id(), deal.ownerId());
            }
        }

        /** Some are overdue, some due today, most soon. */
        void plan(long dealId, long assigneeId) {
            double when = random.nextDouble();
            int days = when < 0.15 ? -1 - random.nextInt(5) : when < 0.35 ? 0 : 1 + random.nextInt(12);
            LocalTime time =
                    random.nextDouble() < 0.6 ? LocalTime.of(9 + random.nextInt(8), 30 * random.nextInt(2)) : null;
            told.add(new Told(dealId, some(workday(days), time, assigneeId), null, null));
        }

        private ActivityPlan some(LocalDate day, @Nullable LocalTime time, long assigneeId) {
            long kind = pick(kindIds, random);
            String subject = pick(words.getOrDefault(kind, List.of("–")), random);
            Integer minutes = time == null ? null : 15 * (1 + random.nextInt(4));
            return new ActivityPlan(kind, subject, day, time, minutes, assigneeId);
        }

        private LocalDate workday(int days) {
            LocalDate day = calendar.day(calendar.now()).plusDays(days);
            while (days != 0 && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)) {
                day = day.plusDays(days < 0 ? -1 : 1);
            }
            return day;
        }
    }
}
