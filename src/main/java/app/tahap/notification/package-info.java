/** What users are told of, in the page's header at once and, where they wish it, by e-mail. */
@NullMarked
package app.tahap.notification;

import org.jspecify.annotations.NullMarked;
