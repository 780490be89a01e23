/** What customers need: questions asked about a deal, their answers, and the pains and needs that follow from them. */
@NullMarked
package app.tahap.assessment;

import org.jspecify.annotations.NullMarked;
