package app.tahap.browser;

import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.TestClock;
import app.tahap.TestDatabase;
import app.tahap.TestJobs;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application behind a real web server on a real PostgreSQL, visited with a real Chromium: tests take
 * {@link Visits} as an argument. All journeys share one application and one browser.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Fixtures.class, TestClock.class, TestJobs.class, StatementCount.class, Forger.class})
@ExtendWith(JourneyExtension.class)
public @interface JourneyTest {}
