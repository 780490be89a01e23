package app.tahap.review;

import java.time.LocalDate;

/** What a review planned about a deal. */
record FollowUp(long id, long dealId, String subject, LocalDate due, String assignee, boolean done) {}
