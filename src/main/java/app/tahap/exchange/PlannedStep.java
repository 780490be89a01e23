package app.tahap.exchange;

import java.time.LocalDate;

/** What is to be done next about an open deal, as a row tells it. */
record PlannedStep(String subject, LocalDate due) {}
