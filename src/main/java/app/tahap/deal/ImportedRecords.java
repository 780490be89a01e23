package app.tahap.deal;

/**
 * How the records of a kind that came by file are told from others and taken back: SQL that speaks of one of them as {@code r}.
 *
 * @param table where they are, with their {@code import_id} and, where they belong to deals, {@code deal_id}
 * @param there true for one that is not deleted
 * @param untouched true for one that nobody has changed or used since it came
 * @param removal a statement that deletes those for which {@code %s} is true, at the moment {@code :now}, and answers the
 *     deal of each, or null for what belongs to none; who does it is {@code :by}
 */
public record ImportedRecords(String table, String there, String untouched, String removal) {

    /** Records that are marked as deleted, and of which every change raises the version. */
    public static ImportedRecords marked(String table) {
        return new ImportedRecords(
                table,
                "r.deleted_at is null",
                "r.version = 0",
                "update " + table + " r set deleted_at = :now, version = r.version + 1 where %s returning r.deal_id");
    }

    /** The condition of those that the import {@code :import} brought in and that are there. */
    public String present() {
        return "r.import_id = :import and " + there;
    }

    /** The statement that takes back what the import {@code :import} brought in and nobody touched. */
    public String takingBack() {
        return removal.formatted(present() + " and " + untouched);
    }
}
