package app.tahap.pipeline;

import app.tahap.account.Viewer;

/**
 * A stage's deals have to leave it: the stage was removed or merged, or its pipeline archived. Handled in the same
 * transaction by those who keep deals. It may be published a second time for deals that came in between, so handling it
 * again takes along what is still there.
 *
 * @param successor where the deals go
 * @param withClosed whether closed deals go along. They do when the stage is gone for good; in an archived pipeline they
 *     stay, since what was won there was not won elsewhere
 */
public record StageVacated(Stage stage, Stage successor, boolean withClosed, Viewer by) {}
