/** Brings deals in from files that other systems wrote. */
@NullMarked
package app.tahap.exchange;

import org.jspecify.annotations.NullMarked;
