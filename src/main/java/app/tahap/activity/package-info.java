/** What people do about deals and when: activities, next steps, somebody's day, and its calendar. */
@NullMarked
package app.tahap.activity;

import org.jspecify.annotations.NullMarked;
