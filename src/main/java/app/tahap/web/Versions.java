package app.tahap.web;

import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** Refuses what was written on top of an older version than the stored one. */
public final class Versions {

    private Versions() {}

    /** Fails as it does when two save at the same moment, so that both are told in one place. */
    public static void requireCurrent(Class<?> entity, int current, @Nullable Integer seen) {
        if (seen == null || current != seen) {
            throw new ObjectOptimisticLockingFailureException(entity, String.valueOf(seen));
        }
    }
}
