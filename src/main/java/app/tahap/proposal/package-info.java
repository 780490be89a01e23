/** Products, and proposals made of them: written, sent as a PDF and by a link, accepted or declined by the customer. */
@NullMarked
package app.tahap.proposal;

import org.jspecify.annotations.NullMarked;
