/** How deals end: signs that a customer is about to agree, what follows a deal that was won, and to whom one was lost. */
@NullMarked
package app.tahap.closing;

import org.jspecify.annotations.NullMarked;
