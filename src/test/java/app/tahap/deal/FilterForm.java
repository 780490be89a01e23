package app.tahap.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Reads the filter above a list as a browser would send it: what is filled in, chosen or hidden. */
final class FilterForm {

    private static final Pattern FORM = Pattern.compile("<form class=\"deal-filter\".*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input [^>]*>");
    private static final Pattern SELECT = Pattern.compile("<select [^>]*>.*?</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option [^>]*selected[^>]*>");

    private FilterForm() {}

    /** Each as name=value; what is empty is left out. */
    static List<String> fields(String page) {
        String form = FORM.matcher(page).results().findFirst().orElseThrow().group();
        List<String> fields = new ArrayList<>();
        INPUT.matcher(form)
                .results()
                .map(match -> match.group())
                .filter(input -> !input.contains("checkbox") || input.contains("checked=\"checked\""))
                .forEach(input -> add(fields, attribute(input, "name"), attribute(input, "value")));
        SELECT.matcher(form).results().map(match -> match.group()).forEach(select -> {
            List<String> chosen =
                    CHOSEN.matcher(select).results().map(match -> match.group()).toList();
            if (!chosen.isEmpty()) {
                add(fields, attribute(select, "name"), attribute(chosen.get(chosen.size() - 1), "value"));
            }
        });
        return fields;
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(name + "=" + value);
        }
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
