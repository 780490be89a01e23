package app.tahap.contact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose each field is of two records that become one. */
public interface MergeSides {

    /** For each field whose it is: KEPT or OTHER. */
    @Nullable Map<String, String> sides();

    default boolean takesFromOther(String field) {
        return is("OTHER", field);
    }

    /** Whether somebody said so; where nobody did, what only the other knows need not be lost. */
    default boolean staysWithKept(String field) {
        return is("KEPT", field);
    }

    private boolean is(String side, String field) {
        Map<String, String> sides = sides();
        return sides != null && side.equals(sides.get(field));
    }
}
