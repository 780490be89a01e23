@NullMarked
package app.tahap.contact;

import org.jspecify.annotations.NullMarked;
