package app.tahap.contact;

/** Tells whether two names are the same but for a slip of the fingers. */
final class Spelling {

    private Spelling() {}

    /** Whether at most one letter in five differs, and no more than two: inserted, left out or mistaken. */
    static boolean isClose(String one, String other) {
        int allowed = Math.min(2, Math.min(one.length(), other.length()) / 5);
        return distance(one, other) <= allowed;
    }

    /** The number of letters to insert, leave out or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
