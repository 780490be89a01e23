/** Measures how fast Tahap is: a generator of data, load simulations, and a program that runs them all. */
@NullMarked
package app.tahap.bench;

import org.jspecify.annotations.NullMarked;
