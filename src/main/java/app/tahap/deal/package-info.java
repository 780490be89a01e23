/** Deals, their board, and the log of everything that happened to them. */
@NullMarked
package app.tahap.deal;

import org.jspecify.annotations.NullMarked;
