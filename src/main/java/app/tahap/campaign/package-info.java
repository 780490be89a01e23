@NullMarked
package app.tahap.campaign;

import org.jspecify.annotations.NullMarked;
