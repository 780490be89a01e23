@NullMarked
package app.tahap.account;

import org.jspecify.annotations.NullMarked;
