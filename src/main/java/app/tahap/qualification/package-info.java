/** Whether deals are worth their work: criteria, their ratings, the score, and when to consider letting go. */
@NullMarked
package app.tahap.qualification;

import org.jspecify.annotations.NullMarked;
