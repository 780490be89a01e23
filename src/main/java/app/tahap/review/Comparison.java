package app.tahap.review;

import app.tahap.money.MoneyTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the open deals became what they are. What was open before, with all terms and the changes of amounts, is exactly what was
 * open at the start, in number and in worth.
 *
 * @param totals what was open at each moment
 * @param terms only those that there are
 * @param changed the deals that stayed, but whose amount or currency is another; its total is the difference
 * @param advanced deals that stayed, in a later stage than before; with the next two they are parts of what stayed
 * @param passing how many deals came and were closed between the two moments
 */
record Comparison(
        Map<Moment, Total> totals,
        Map<Term, Part> terms,
        Part changed,
        List<Named> advanced,
        List<Named> returned,
        List<Named> slipped,
        int passing) {

    private static final BigDecimal MINUS = BigDecimal.ONE.negate();

    /** What was open at a moment. */
    public Total at(Moment moment) {
        return Objects.requireNonNull(totals.get(moment));
    }

    public Total before() {
        return at(Moment.BEFORE);
    }

    public Total start() {
        return at(Moment.START);
    }

    public Total now() {
        return at(Moment.NOW);
    }

    /** @param withoutAmount how many of the deals have no amount, so that their worth is not known */
    record Total(int deals, MoneyTotal value, MoneyTotal weighted, int withoutAmount) {}

    record Part(List<Named> deals, MoneyTotal value) {

        public int count() {
            return deals.size();
        }

        /** The same, taken away. */
        public MoneyTotal taken() {
            return value.times(MINUS);
        }
    }

    record Named(long id, String title) {}

    static Comparison of(List<Course> courses, Rates rates) {
        Map<Moment, Total> totals = new EnumMap<>(Moment.class);
        for (Moment moment : Moment.values()) {
            totals.put(moment, total(courses.stream().map(course -> course.at(moment)), rates));
        }
        Map<Term, Part> terms = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            Part part = part(courses, course -> course.term() == term, rates, term);
            if (part.count() > 0) {
                terms.put(term, part);
            }
        }
        return new Comparison(
                totals,
                terms,
                changed(courses, rates),
                named(
                        courses,
                        course ->
                                course.start().stagePosition() > course.before().stagePosition()),
                named(
                        courses,
                        course ->
                                course.start().stagePosition() < course.before().stagePosition()),
                named(courses, Comparison::slipped),
                (int) courses.stream().filter(Comparison::passed).count());
    }

    private static Total total(Stream<Standing> standings, Rates rates) {
        int deals = 0;
        int withoutAmount = 0;
        MoneyTotal value = rates.none();
        MoneyTotal weighted = rates.none();
        for (Standing standing : (Iterable<Standing>) standings.filter(Standing::counted)::iterator) {
            deals++;
            withoutAmount += standing.amount() == null ? 1 : 0;
            value = value.plus(rates.value(standing));
            weighted = weighted.plus(rates.weighted(standing));
        }
        return new Total(deals, value, weighted, withoutAmount);
    }

    private static Part part(List<Course> courses, Predicate<Course> which, Rates rates, Term term) {
        List<Course> deals = courses.stream().filter(which).toList();
        MoneyTotal value = rates.none();
        for (Course deal : deals) {
            value = value.plus(rates.value(term.isAdded() ? deal.start() : deal.before()));
        }
        return new Part(deals.stream().map(Comparison::name).toList(), value);
    }

    private static Part changed(List<Course> courses, Rates rates) {
        List<Course> deals = courses.stream()
                .filter(Course::stayed)
                .filter(course -> !same(course.before(), course.start()))
                .toList();
        MoneyTotal value = rates.none();
        for (Course deal : deals) {
            value = value.plus(rates.value(deal.start()))
                    .plus(rates.value(deal.before()).times(MINUS));
        }
        return new Part(deals.stream().map(Comparison::name).toList(), value);
    }

    private static boolean same(Standing one, Standing other) {
        BigDecimal amount = one.amount();
        BigDecimal changed = other.amount();
        boolean sameAmount = amount == null || changed == null ? amount == changed : amount.compareTo(changed) == 0;
        return sameAmount && (amount == null || String.valueOf(one.currency()).equals(other.currency()));
    }

    private static boolean slipped(Course course) {
        @Nullable LocalDate before = course.before().expectedClose();
        @Nullable LocalDate after = course.start().expectedClose();
        return before != null && after != null && after.isAfter(before);
    }

    private static boolean passed(Course course) {
        return !course.before().isThere()
                && course.start().covered()
                && !course.start().isOpen()
                && !course.start().deleted();
    }

    private static List<Named> named(List<Course> courses, Predicate<Course> which) {
        return courses.stream()
                .filter(Course::stayed)
                .filter(which)
                .map(Comparison::name)
                .toList();
    }

    private static Named name(Course course) {
        return new Named(course.id(), course.title());
    }
}
