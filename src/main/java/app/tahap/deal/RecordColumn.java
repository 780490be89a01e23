package app.tahap.deal;

/**
 * A column of a file of records.
 *
 * @param required without it the file cannot be read
 */
public record RecordColumn(SheetColumn sheet, boolean required) {

    /** The record's own id. */
    public static final String ID = "id";

    /** The id of the deal: of this workspace, or of the file from which the deal was imported. */
    public static final String DEAL_ID = "deal-id";

    /** The title of the deal. */
    public static final String DEAL = "deal";

    /** The organisation of the deal, which tells deals of the same title apart. */
    public static final String ORGANIZATION = "organization";

    public String key() {
        return sheet.key();
    }

    public String name() {
        return sheet.name();
    }
}
