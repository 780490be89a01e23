package app.tahap.contact;

import app.tahap.field.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation or a person in a file.
 *
 * @param cells in the order of {@link ContactKind#columns}
 */
record ContactLine(long id, List<@Nullable String> cells, FieldValues fields) {

    static ContactLine of(ContactKind kind, ResultSet row) throws SQLException {
        List<@Nullable String> cells = new ArrayList<>();
        for (String column : kind.columns().keySet()) {
            cells.add(row.getString(column));
        }
        return new ContactLine(row.getLong("id"), cells, FieldValues.ofJson(row.getString("fields")));
    }
}
