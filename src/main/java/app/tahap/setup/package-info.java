/** The first visit: makes the workspace, its administrator and its first pipeline. */
@NullMarked
package app.tahap.setup;

import org.jspecify.annotations.NullMarked;
