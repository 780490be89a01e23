package app.tahap.correspondence;

import java.util.List;

/**
 * A template in a list.
 *
 * @param languages in which it has a text
 * @param editable whether the viewer may change it
 */
record TemplateRow(long id, String name, boolean shared, List<String> languages, boolean editable) {}
