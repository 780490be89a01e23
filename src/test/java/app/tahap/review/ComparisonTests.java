package app.tahap.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.money.MoneyTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    private static final Rates RATES = new Rates(
            Currency.getInstance("USD"),
            Map.of(
                    "USD", new Rates.Rate("USD", BigDecimal.ONE, null),
                    "EUR", new Rates.Rate("EUR", new BigDecimal("1.1"), LocalDate.of(2026, 5, 1))));

    private static final Standing NOWHERE = new Standing(false, null, false, 0, null, null, null, null);

    /** Whatever happens to deals: what was open, plus and minus what the page tells, is what is open, to the last cent. */
    @Test
    void addsUpExactly() {
        Random random = new Random(485);
        for (int round = 0; round < 200; round++) {
            List<Course> courses = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                courses.add(new Course(i, "Deal " + i, some(random), some(random), some(random)));
            }
            courses.removeIf(
                    course -> course.before().isThere() && !course.start().isThere()); // the log forgets nothing

            Comparison told = Comparison.of(courses, RATES);

            int deals = told.at(Moment.BEFORE).deals();
            MoneyTotal value =
                    told.at(Moment.BEFORE).value().plus(told.changed().value());
            for (Map.Entry<Term, Comparison.Part> term : told.terms().entrySet()) {
                boolean added = term.getKey().isAdded();
                deals += (added ? 1 : -1) * term.getValue().count();
                value = value.plus(
                        added ? term.getValue().value() : term.getValue().taken());
            }
            Comparison.Total start = told.at(Moment.START);
            assertThat(deals).isEqualTo(start.deals());
            assertThat(value.base().amount())
                    .isEqualByComparingTo(start.value().base().amount());
            assertThat(unvalued(value)).isEqualByComparingTo(unvalued(start.value()));
        }
    }

    @Test
    void tellsWhyADealIsCountedNow() {
        assertThat(course(NOWHERE, open(1)).term()).isEqualTo(Term.NEW);
        assertThat(course(closed("LOST"), open(1)).term()).isEqualTo(Term.REOPENED);
        assertThat(course(elsewhere(), open(1)).term()).isEqualTo(Term.JOINED);
        assertThat(course(open(1), closed("WON")).term()).isEqualTo(Term.WON);
        assertThat(course(open(1), closed("DISQUALIFIED")).term()).isEqualTo(Term.DISQUALIFIED);
        assertThat(course(open(1), elsewhere()).term()).isEqualTo(Term.LEFT);
        assertThat(course(open(1), new Standing(true, "OPEN", true, 1, null, "USD", null, null))
                        .term())
                .isEqualTo(Term.DELETED);
        assertThat(course(open(1), open(2)).term()).isNull();
        assertThat(course(NOWHERE, closed("WON")).term()).isNull();
    }

    @Test
    void tellsWhoWentOnWentBackAndPutItOff() {
        Standing late = standing("1000", "USD", 1, "2026-07-01");
        Comparison told = Comparison.of(
                List.of(
                        new Course(1, "On", open(1), open(3), open(3)),
                        new Course(2, "Back", open(3), open(1), open(1)),
                        new Course(3, "Late", open(1), late, late),
                        new Course(4, "Won between", NOWHERE, closed("WON"), closed("WON"))),
                RATES);

        assertThat(told.advanced()).extracting(Comparison.Named::title).containsExactly("On");
        assertThat(told.returned()).extracting(Comparison.Named::title).containsExactly("Back");
        assertThat(told.slipped()).extracting(Comparison.Named::title).containsExactly("Late");
        assertThat(told.passing()).isEqualTo(1);
        assertThat(told.terms()).isEmpty();
    }

    @Test
    void addsNoUnlikeCurrencies() {
        Standing yen = standing("500", "JPY", 1, "2026-06-01");
        Standing euro = standing("100", "EUR", 1, "2026-06-01");
        Standing unknown = standing(null, "USD", 1, "2026-06-01");
        Comparison told = Comparison.of(
                List.of(
                        new Course(1, "Yen", yen, yen, yen),
                        new Course(2, "Euro", euro, euro, euro),
                        new Course(3, "Unknown", unknown, unknown, unknown)),
                RATES);

        Comparison.Total now = told.at(Moment.NOW);
        assertThat(now.value().base().amount()).isEqualByComparingTo("110");
        assertThat(now.value().unvalued()).singleElement().satisfies(money -> assertThat(money.amount())
                .isEqualByComparingTo("500"));
        assertThat(now.weighted().base().amount()).isEqualByComparingTo("55");
        assertThat(now.withoutAmount()).isEqualTo(1);
    }

    private static BigDecimal unvalued(MoneyTotal total) {
        return total.unvalued().stream().map(app.tahap.money.Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Standing some(Random random) {
        if (random.nextInt(5) == 0) {
            return NOWHERE;
        }
        String outcome =
                List.of("OPEN", "OPEN", "OPEN", "WON", "LOST", "DISQUALIFIED").get(random.nextInt(6));
        BigDecimal amount = random.nextInt(6) == 0 ? null : new BigDecimal(random.nextInt(1_000_000)).movePointLeft(2);
        return new Standing(
                random.nextInt(4) > 0,
                outcome,
                random.nextInt(10) == 0,
                random.nextInt(7),
                amount,
                List.of("USD", "EUR", "JPY").get(random.nextInt(3)),
                new BigDecimal("0.5"),
                LocalDate.of(2026, 6, 1 + random.nextInt(28)));
    }

    private static Course course(Standing before, Standing start) {
        return new Course(1, "Deal", before, start, start);
    }

    private static Standing open(int stage) {
        return standing("1000", "USD", stage, "2026-06-01");
    }

    private static Standing standing(@Nullable String amount, String currency, int stage, String expected) {
        return new Standing(
                true,
                "OPEN",
                false,
                stage,
                amount == null ? null : new BigDecimal(amount),
                currency,
                new BigDecimal("0.5"),
                LocalDate.parse(expected));
    }

    private static Standing elsewhere() {
        return new Standing(false, "OPEN", false, 1, BigDecimal.TEN, "USD", null, null);
    }

    private static Standing closed(String outcome) {
        return new Standing(true, outcome, false, 1, BigDecimal.TEN, "USD", null, null);
    }
}
