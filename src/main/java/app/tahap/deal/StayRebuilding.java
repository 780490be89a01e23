package app.tahap.deal;

import app.tahap.deal.StageStays.RebuiltStays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The operator's command that rebuilds the stays from the log: the profile {@code rebuild-stays}. */
@Component
@Profile(StayRebuilding.PROFILE)
class StayRebuilding implements ApplicationRunner {

    static final String PROFILE = "rebuild-stays";

    private static final Logger log = LoggerFactory.getLogger(StayRebuilding.class);

    private final StageStays stays;

    StayRebuilding(StageStays stays) {
        this.stays = stays;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        RebuiltStays rebuilt = stays.rebuild();
        log.info(
                "Stays rebuilt from the log: {} in all, {} were wrong and removed, {} added.",
                rebuilt.all(),
                rebuilt.removed(),
                rebuilt.added());
    }
}
