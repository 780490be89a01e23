/** The embedded PostgreSQL that serves where no other database is configured. Knows nothing of deals. */
@NullMarked
package app.tahap.database;

import org.jspecify.annotations.NullMarked;
