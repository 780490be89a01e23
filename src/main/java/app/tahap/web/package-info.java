@NullMarked
package app.tahap.web;

import org.jspecify.annotations.NullMarked;
