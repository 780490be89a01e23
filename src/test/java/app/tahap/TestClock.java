package app.tahap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that tests turn; it begins on 20 May 2026 at 10:00 in Jakarta. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    public static final Instant START = Instant.parse("2026-05-20T03:00:00Z");

    @Bean
    @Primary
    Turnable turnableClock() {
        return new Turnable();
    }

    /** Stands still until it is turned. */
    public static class Turnable extends Clock {

        private volatile Instant now = START; // a web server's threads read it, too

        public void turn(Duration by) {
            now = instant().plus(by);
        }

        public void reset() {
            now = START;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
