/** Jobs that survive restarts and are done once, by whichever replica comes first. */
@NullMarked
package app.tahap.job;

import org.jspecify.annotations.NullMarked;
