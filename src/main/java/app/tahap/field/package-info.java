/** Fields that administrators add to deals, organisations and people: their definitions, their values, and how both are read. */
@NullMarked
package app.tahap.field;

import org.jspecify.annotations.NullMarked;
