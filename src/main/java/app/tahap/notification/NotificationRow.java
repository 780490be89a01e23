package app.tahap.notification;

import java.time.Instant;

/** A notification as a list shows it, in the reader's language. */
record NotificationRow(long id, Topic topic, String text, Instant createdAt, boolean unread) {}
