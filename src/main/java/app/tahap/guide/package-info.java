/** The user guide, whose texts are those of src/docs/guide. */
@NullMarked
package app.tahap.guide;

import org.jspecify.annotations.NullMarked;
