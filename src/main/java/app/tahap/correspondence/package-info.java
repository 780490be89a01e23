/** E-mail to customers about deals: templates with placeholders, writing, and what stands in the deal's history. */
@NullMarked
package app.tahap.correspondence;

import org.jspecify.annotations.NullMarked;
