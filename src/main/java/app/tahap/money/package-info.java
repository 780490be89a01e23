@NullMarked
package app.tahap.money;

import org.jspecify.annotations.NullMarked;
