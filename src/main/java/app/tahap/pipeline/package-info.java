@NullMarked
package app.tahap.pipeline;

import org.jspecify.annotations.NullMarked;
