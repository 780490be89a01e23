@NullMarked
package app.tahap;

import org.jspecify.annotations.NullMarked;
