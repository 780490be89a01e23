package app.tahap.report;

import java.time.LocalDate;

/** The periods that a report offers; their names are those of the page's address. */
enum PeriodChoice {
    THIS_MONTH(1, 0),
    LAST_MONTH(1, 1),
    THIS_QUARTER(3, 0),
    LAST_QUARTER(3, 1),
    THIS_YEAR(12, 0),
    LAST_YEAR(12, 1),
    CUSTOM(0, 0);

    private final int months;
    private final int back;

    PeriodChoice(int months, int back) {
        this.months = months;
        this.back = back;
    }

    /**
     * The period as of a date; quarters and years are those of the fiscal year.
     *
     * @param fiscalYearStart the month, 1 to 12, in which it begins
     */
    Period on(LocalDate today, int fiscalYearStart) {
        if (this == CUSTOM) {
            throw new IllegalStateException("A custom period has dates of its own");
        }
        int monthsIntoYear = Math.floorMod(today.getMonthValue() - fiscalYearStart, 12);
        LocalDate start = today.withDayOfMonth(1).minusMonths(monthsIntoYear % months);
        return Period.ofMonths(start.minusMonths((long) back * months), months);
    }
}
