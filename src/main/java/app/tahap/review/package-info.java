/** Pipeline reviews: a meeting that goes through the open deals, what is decided about each, and what it all came to. */
@NullMarked
package app.tahap.review;

import org.jspecify.annotations.NullMarked;
