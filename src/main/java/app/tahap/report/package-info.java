/** Figures about pipelines and deals, read from the log and the stays; see metrics.md for what each of them means. */
@NullMarked
package app.tahap.report;

import org.jspecify.annotations.NullMarked;
