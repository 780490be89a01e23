package app.tahap.review;

import org.jspecify.annotations.Nullable;

/**
 * Whose deals are to be reviewed.
 *
 * @param id of the team or the owner; null for all
 */
record Whose(ReviewScope scope, @Nullable Long id) {

    static final Whose ALL = new Whose(ReviewScope.ALL, null);

    /** As the value of a choice: {@code ALL}, {@code TEAM-3} or {@code OWNER-7}. */
    String written() {
        return id == null ? scope.name() : scope + "-" + id;
    }

    @Nullable Long owner() {
        return scope == ReviewScope.OWNER ? id : null;
    }

    @Nullable Long team() {
        return scope == ReviewScope.TEAM ? id : null;
    }
}
