/**
 * Journeys through the running application in a real Chromium. A journey is a class whose name ends with
 * {@code JourneyTests}, in the package of the module it is about:
 *
 * <pre>{@code
 * @JourneyTest
 * class ProfileJourneyTests {
 *
 *     @Autowired
 *     Fixtures fixtures;
 *
 *     @Test
 *     void changesTheLanguage(Visits visits) {
 *         fixtures.workspace();
 *         Page page = visits.as(fixtures.user("Ani", Role.REP)).onPhone().open("/profile");
 *         page.getByLabel("Language").selectOption("id");
 *         ...
 *         assertThat(page.getByRole(AriaRole.HEADING, ...)).hasText("Profil");
 *     }
 * }
 * }</pre>
 *
 * <p>Wait with Playwright's own assertions, never by sleeping. Every visit is a browser profile of its own. A journey
 * also fails when a page logs an error, breaks the Content-Security-Policy, answers 5xx or misses a file; its
 * screenshots are then in {@code target/journeys}. They run with
 * {@code ./mvnw verify}, one class with {@code ./mvnw test-compile failsafe:integration-test failsafe:verify
 * -Dit.test=ProfileJourneyTests}. New pages also go into the list of {@link app.tahap.browser.AccessibilityJourneyTests}.
 */
@NullMarked
package app.tahap.browser;

import org.jspecify.annotations.NullMarked;
