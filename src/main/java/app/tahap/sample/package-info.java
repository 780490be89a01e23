/** A believable company with a year of history, for those who want to look around first. */
@NullMarked
package app.tahap.sample;

import org.jspecify.annotations.NullMarked;
