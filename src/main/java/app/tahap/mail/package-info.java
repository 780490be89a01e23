/** The outbox: mails that are sent once, later than what they tell of and only if that happened. */
@NullMarked
package app.tahap.mail;

import org.jspecify.annotations.NullMarked;
