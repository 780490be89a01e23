package app.tahap.deal;

import java.time.LocalDate;
import java.time.Period;

/** For how long deals are mostly parked; the names are those that forms send. */
enum ParkingTime {
    ONE_WEEK(Period.ofWeeks(1)),
    TWO_WEEKS(Period.ofWeeks(2)),
    ONE_MONTH(Period.ofMonths(1)),
    THREE_MONTHS(Period.ofMonths(3));

    private final Period period;

    ParkingTime(Period period) {
        this.period = period;
    }

    LocalDate from(LocalDate today) {
        return today.plus(period);
    }
}
