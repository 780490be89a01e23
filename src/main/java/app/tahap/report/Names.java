package app.tahap.report;

import java.util.Map;

/** What things in a report are called, by their ids; archived ones and deactivated users among them. */
record Names(Map<Long, String> users, Map<Long, String> reasons, Map<Long, String> archivedStages) {}
