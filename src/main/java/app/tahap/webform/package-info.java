/** Forms on the team's own websites, through which strangers become deals. */
@NullMarked
package app.tahap.webform;

import org.jspecify.annotations.NullMarked;
