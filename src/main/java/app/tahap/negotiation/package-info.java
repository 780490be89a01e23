/** What customers object, how it was answered, and what came of it. */
@NullMarked
package app.tahap.negotiation;

import org.jspecify.annotations.NullMarked;
