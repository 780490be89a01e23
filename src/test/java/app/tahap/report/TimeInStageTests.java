package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.DealMove;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeInStageTests extends ReportScene {

    @Test
    void knowsOfAStayThatGoesOnThatItLastsLongerThanAnotherDid() {
        long moved = fixtures.deal("Moved after half a day", stages.get(0), ani);
        fixtures.deal("There for nearly a day", stages.get(0), ani);
        clock.turn(Duration.ofHours(12));
        deals.move(moved, new DealMove(stages.get(1).id(), null, null, 0, null), ani);
        clock.turn(Duration.ofHours(11));

        StayRow row = stays(0);

        assertThat(row.median()).isEqualTo(0.5);
        assertThat(row.p80()).as("one of two still runs").isNull();
        assertThat(row.stays()).isEqualTo(2);
    }

    private StayRow stays(int stage) {
        return report(PeriodChoice.THIS_QUARTER, null).stays().get(stage);
    }
}
